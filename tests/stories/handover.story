# handover: who takes over counts only when the handover is done.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,overlap_days,source
  R-1,EFP,battalion,1,presence,2024-01-01,2025-01-01,normal,10,paper#R1
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
  U-2,DEU,battalion,1
offers
  offer,nation,unit,status
  O-1,NLD,U-1,committed
  O-2,DEU,U-2,committed

story: both are there for ten days and nothing is short
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-2,R-1,2024-06-21,2025-01-01
cover
  R-1 2024-01-01..2025-01-01 of 1000 firm 1000 expected 1000 best 1000

story: a handover a day too short leaves a day short
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-06-30
  O-2,R-1,2024-06-21,2025-01-01
cover
  R-1 2024-01-01..2024-06-30 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-06-30..2024-07-01 of 1000 firm 0 expected 0 best 0
  R-1 2024-07-01..2025-01-01 of 1000 firm 1000 expected 1000 best 1000
goals
  unmet 1000

story: who comes on the second day takes over too
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-02,2024-07-01
cover
  R-1 2024-01-01..2024-01-12 of 1000 firm 0 expected 0 best 0
  R-1 2024-01-12..2024-07-01 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-07-01..2025-01-01 of 1000 firm 0 expected 0 best 0

story: a tour of the handover alone is refused
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-03-11
expect
  handover O-1 on R-1 2024-03-01..2024-03-11 measured 10 allowed 11 source paper#R1

story: a day more than the handover fills that day
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-03-12
cover
  R-1 2024-01-01..2024-03-11 of 1000 firm 0 expected 0 best 0
  R-1 2024-03-11..2024-03-12 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-03-12..2025-01-01 of 1000 firm 0 expected 0 best 0
