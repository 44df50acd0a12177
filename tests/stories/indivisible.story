# indivisible: who serves, serves from the first day to the last.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,indivisible,overlap_days,source
  R-1,EFP,battalion,2,presence,2024-01-01,2024-07-01,normal,true,,paper#R1
  R-2,EFP,battalion,1,on_call,2024-01-01,2024-07-01,normal,true,,paper#R2
  R-3,EFP,soldier,10,presence,2024-01-01,2024-07-01,normal,true,,paper#R3
  R-4,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,false,,paper#R4
  R-5,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,true,10,paper#R5
policies
  policy,tour_max_days,source
  short,181,paper#P1
units
  unit,nation,capability,quantity,divisible,policy
  U-1,NLD,battalion,1,,
  U-2,DEU,battalion,1,,
  U-3,DEU,battalion,1,,short
  POOL,GBR,soldier,10,true,
offers
  offer,nation,unit,status
  O-1,NLD,U-1,committed
  O-2,DEU,U-2,committed
  O-3,DEU,U-3,committed
  pool,GBR,POOL,committed

story: the whole period, by each of two units
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-2,R-1,2024-01-01,2024-07-01
cover
  R-1 2024-01-01..2024-07-01 of 2000 firm 2000 expected 2000 best 2000

story: a day late
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-02,2024-07-01
expect
  indivisible O-1 on R-1 2024-01-02..2024-07-01 measured 181 allowed 182 source paper#R1

story: a day early
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-06-30
expect
  indivisible O-1 on R-1 2024-01-01..2024-06-30 measured 181 allowed 182 source paper#R1

story: two units that share the period between them
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-04-01
  O-2,R-2,2024-04-01,2024-07-01
expect
  indivisible O-1 on R-2 2024-01-01..2024-04-01 measured 91 allowed 182 source paper#R2
  indivisible O-2 on R-2 2024-04-01..2024-07-01 measured 91 allowed 182 source paper#R2

story: one unit in two tours end to end is not one tour
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-04-01
  O-1,R-2,2024-04-01,2024-07-01
expect
  indivisible O-1 on R-2 2024-01-01..2024-04-01 measured 91 allowed 182
  indivisible O-1 on R-2 2024-04-01..2024-07-01 measured 91 allowed 182

story: a day longer than the period is the window's business
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-02
expect
  window O-1 on R-1 2024-07-01..2024-07-02 measured 1 allowed 0 source paper#R1

story: pieces of a pool serve the whole period too
tours
  offer,requirement,from,until,quantity
  pool,R-3,2024-01-01,2024-07-01,4
  pool,R-3,2024-01-01,2024-06-30,6
expect
  indivisible pool on R-3 2024-01-01..2024-06-30 measured 181 allowed 182 source paper#R3

story: what may be divided may begin and end on any day
tours
  offer,requirement,from,until
  O-1,R-4,2024-01-02,2024-06-30

story: the longest tour still holds, a day too short for the period
tours
  offer,requirement,from,until
  O-3,R-1,2024-01-01,2024-07-01
expect
  tempo O-3 on R-1 2024-06-30..2024-07-01 measured 182 allowed 181 source paper#P1

story: who serves the whole period takes over from nobody
tours
  offer,requirement,from,until
  O-1,R-5,2024-01-01,2024-07-01
cover
  R-5 2024-01-01..2024-07-01 of 1000 firm 1000 expected 1000 best 1000
