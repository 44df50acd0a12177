# scope: an offer made for one activity or one requirement.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,source
  R-1,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R1
  R-2,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R2
  R-3,TRAIN,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R3
  R-4,EFP,battalion,,presence,2024-01-01,2024-07-01,normal,paper#R4
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
  U-2,NLD,battalion,1
offers
  offer,nation,unit,activity,requirement,status,source
  to-EFP,NLD,U-1,EFP,,offered,paper#O1
  to-R-1,NLD,U-2,,R-1,offered,paper#O2

story: an offer serves what it was made for
tours
  offer,requirement,from,until
  to-EFP,R-2,2024-01-01,2024-07-01
  to-R-1,R-1,2024-01-01,2024-07-01

story: an offer for an activity serves no other
tours
  offer,requirement,from,until
  to-EFP,R-3,2024-01-01,2024-07-01
expect
  scope to-EFP on R-3 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#O1

story: an offer for a requirement serves no other
tours
  offer,requirement,from,until
  to-R-1,R-2,2024-01-01,2024-07-01
expect
  scope to-R-1 on R-2 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#O2

story: a requirement that states no quantity is shown and never planned
tours
  offer,requirement,from,until
  to-EFP,R-4,2024-01-01,2024-07-01
expect
  scope to-EFP on R-4 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#R4
