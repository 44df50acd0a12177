# availability: one place at a time.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2025-01-01,normal
  R-2,EFP,battalion,1,on_call,2024-01-01,2025-01-01,normal
  R-3,TRAIN,battalion,1,on_call,2024-01-01,2025-01-01,normal
  R-4,TRAIN,soldier,20,presence,2024-01-01,2025-01-01,normal
  R-5,EFP,company,1,presence,2024-01-01,2025-01-01,normal
units
  unit,nation,capability,quantity,part_of,divisible,source
  BRIGADE,NLD,battalion,3,,,paper#U0
  U-1,NLD,battalion,1,BRIGADE,,paper#U1
  U-2,NLD,battalion,1,BRIGADE,,paper#U2
  PART,NLD,company,1,U-1,,paper#U3
  POOL,GBR,soldier,10,,true,paper#U4
offers
  offer,nation,unit,quantity,requirement,status,source
  O-0,NLD,BRIGADE,,,offered,paper#O0
  O-1,NLD,U-1,,,offered,paper#O1
  O-2,NLD,U-2,,,offered,paper#O2
  part,NLD,PART,,R-5,offered,paper#O3
  pool-train,GBR,POOL,6,R-4,offered,paper#O4
double_use
  unit,requirement,also
  U-1,R-2,R-3

story: one after the other on the same day
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01

story: a day in two places
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-02
  O-1,R-2,2024-07-01,2025-01-01
expect
  availability O-1 beside O-1 on R-2 2024-07-01..2024-07-02 measured 2 allowed 1 source paper#U1

story: two parts of a brigade are two units
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-2,R-2,2024-01-01,2024-07-01

story: a part of a unit cannot be elsewhere while the unit serves
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  part,R-5,2024-06-30,2024-08-01
expect
  availability part beside O-1 on R-5 2024-06-30..2024-07-01 measured 2 allowed 1 source paper#U3

story: nor a part of a part
tours
  offer,requirement,from,until
  O-0,R-2,2024-01-01,2024-07-01
  part,R-5,2024-03-01,2024-08-01
expect
  availability part beside O-0 on R-5 2024-03-01..2024-07-01 measured 2 allowed 1 source paper#U3

story: a declared double use over the same days
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-07-01
  O-1,R-3,2024-01-01,2024-07-01

story: a declared double use of other days is none
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-07-01
  O-1,R-3,2024-01-01,2024-06-30
expect
  availability O-1 beside O-1 on R-3 2024-01-01..2024-06-30 measured 2 allowed 1 source paper#U1

story: what nobody declared is no double use
tours
  offer,requirement,from,until
  O-2,R-2,2024-01-01,2024-07-01
  O-2,R-3,2024-01-01,2024-07-01
expect
  availability O-2 beside O-2 on R-3 2024-01-01..2024-07-01 measured 2 allowed 1 source paper#U2

story: a double use is of two and never of three
double_use
  unit,requirement,also
  U-1,R-2,R-1
  U-1,R-3,R-1
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-01-01,2024-07-01
  O-1,R-3,2024-01-01,2024-07-01
expect
  availability O-1 beside O-1 on R-3 2024-01-01..2024-07-01 measured 3 allowed 2 source paper#U1

story: an indivisible unit goes whole
tours
  offer,requirement,from,until,quantity
  O-0,R-1,2024-01-01,2024-07-01,2
expect
  availability O-0 on R-1 2024-01-01..2024-07-01 measured 2 allowed 3 source paper#O0

story: a pool gives what it offers
tours
  offer,requirement,from,until,quantity
  pool-train,R-4,2024-01-01,2024-07-01,2
  pool-train,R-4,2024-03-01,2024-09-01,4

story: a pool gives no more than it offers on any day
tours
  offer,requirement,from,until,quantity
  pool-train,R-4,2024-01-01,2024-07-01,3
  pool-train,R-4,2024-06-30,2024-09-01,4
expect
  availability pool-train on R-4 2024-06-30..2024-07-01 measured 7 allowed 6 source paper#O4

story: a pool has no more than it has
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-6,EFP,soldier,20,presence,2024-01-01,2025-01-01,normal
offers
  offer,nation,unit,quantity,requirement,status
  pool-presence,GBR,POOL,7,R-6,offered
tours
  offer,requirement,from,until,quantity
  pool-train,R-4,2024-01-01,2024-07-01,5
  pool-presence,R-6,2024-05-01,2024-06-01,5
  pool-presence,R-6,2024-06-01,2024-08-01,6
expect
  availability pool-presence on R-6 2024-06-01..2024-07-01 measured 11 allowed 10 source paper#U4
