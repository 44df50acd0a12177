# window: where in time a tour may lie.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,source
  R-1,EFP,battalion,1,presence,2024-01-01,2025-01-01,normal,paper#R1
units
  unit,nation,capability,quantity,from,until,source
  U-1,NLD,battalion,1,2024-01-01,2026-01-01,paper#U1
  U-2,DEU,battalion,1,,,paper#U2
  U-3,GBR,battalion,1,2024-02-01,2024-08-01,paper#U3
offers
  offer,nation,unit,from,until,minimum_days,extension_days,status,source
  O-1,NLD,U-1,2024-03-01,2024-09-01,100,,offered,paper#O1
  O-2,DEU,U-2,,,,,offered,paper#O2
  O-3,GBR,U-3,,,,,offered,paper#O3

story: a tour fills the offer's window from its first day to its last
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-09-01

story: a day before the offer begins is a day too early
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-29,2024-09-01
expect
  window O-1 on R-1 2024-02-29..2024-03-01 measured 1 allowed 0 source paper#O1

story: a day after the offer ends is a day too late
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-09-02
expect
  window O-1 on R-1 2024-09-01..2024-09-02 measured 1 allowed 0 source paper#O1

story: a tour may not stick out of the requirement on either side
tours
  offer,requirement,from,until
  O-2,R-1,2023-12-30,2025-01-04
expect
  window O-2 on R-1 2023-12-30..2024-01-01 measured 2 allowed 0 source paper#R1
  window O-2 on R-1 2025-01-01..2025-01-04 measured 3 allowed 0 source paper#R1

story: a tour lies within the time of its unit
tours
  offer,requirement,from,until
  O-3,R-1,2024-01-31,2024-08-02
expect
  window O-3 on R-1 2024-01-31..2024-02-01 measured 1 allowed 0 source paper#U3
  window O-3 on R-1 2024-08-01..2024-08-02 measured 1 allowed 0 source paper#U3

story: the minimum term is served to the day
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-06-09

story: a day less than the minimum term is refused
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-06-08
expect
  window O-1 on R-1 2024-03-01..2024-06-08 measured 99 allowed 100 source paper#O1
