# substitution: what something else is worth.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal
  R-2,EFP,tank-battalion,1,presence,2024-01-01,2024-07-01,normal
units
  unit,nation,capability,quantity
  TANKS,DEU,tank-battalion,1
  FOOT,NLD,battalion,1
  COMPANY,LTU,company,1
  TRUCKS,GBR,soldier,40
offers
  offer,nation,unit,status,source
  tanks,DEU,TANKS,committed,paper#O1
  foot,NLD,FOOT,committed,paper#O2
  company,LTU,COMPANY,committed,paper#O3
  soldiers,GBR,TRUCKS,committed,paper#O4

story: a kind of battalion is a battalion
tours
  offer,requirement,from,until
  tanks,R-1,2024-01-01,2024-07-01
cover
  R-1 2024-01-01..2024-07-01 of 1000 firm 1000 expected 1000 best 1000

story: a battalion is not every kind of battalion
tours
  offer,requirement,from,until
  foot,R-2,2024-01-01,2024-07-01
expect
  substitution foot on R-2 2024-01-01..2024-07-01 measured 0 allowed 1 source paper#O2

story: a company stands in for a quarter of a battalion
tours
  offer,requirement,from,until
  company,R-1,2024-01-01,2024-07-01
cover
  R-1 2024-01-01..2024-07-01 of 1000 firm 250 expected 250 best 250

story: soldiers are worth nothing where nobody declared it
tours
  offer,requirement,from,until
  soldiers,R-1,2024-01-01,2024-07-01
expect
  substitution soldiers on R-1 2024-01-01..2024-07-01 measured 0 allowed 1 source paper#O4
