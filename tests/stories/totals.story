# totals: at most so many days of presence within any span of so many days.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2026-01-01,normal
  R-2,EFP,battalion,2,on_call,2024-01-01,2026-01-01,normal
  R-3,EFP,soldier,10,presence,2024-01-01,2026-01-01,normal
  R-4,EFP,battalion,2,presence,2024-01-01,2026-01-01,normal
policies
  policy,total_days,total_within_days,source
  hundred,100,200,paper#P1
  every,100,100,paper#P2
units
  unit,nation,capability,quantity,divisible,policy
  U-1,NLD,battalion,1,,hundred
  U-2,DEU,battalion,1,,every
  POOL,GBR,soldier,10,true,hundred
offers
  offer,nation,unit,status
  O-1,NLD,U-1,offered
  O-2,DEU,U-2,offered
  pool,GBR,POOL,offered
double_use
  unit,requirement,also
  U-1,R-1,R-4

story: a hundred days in one tour
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-04-10

story: a day more in one tour
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-04-11
expect
  totals O-1 on R-1 2024-04-10..2024-04-11 measured 101 allowed 100 source paper#P1

story: the second hundred begins as the first leaves the span
# The span of 200 days that ends with 2024-07-19 begins with 2024-01-01, whose days fall out of it
# one by one as the second tour goes on.
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-04-10
  O-1,R-1,2024-07-19,2024-10-27

story: a day before that
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-04-10
  O-1,R-1,2024-07-18,2024-10-26
expect
  totals O-1 on R-1 2024-07-18..2024-10-26 measured 101 allowed 100 source paper#P1

story: fifty and fifty and then a day
# 50 + 50 days within 200; the 101st stands in the span until 2024-07-19.
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-02-20
  O-1,R-1,2024-04-01,2024-05-21
  O-1,R-1,2024-07-18,2024-07-20
expect
  totals O-1 on R-1 2024-07-18..2024-07-20 measured 101 allowed 100 source paper#P1

story: a tour that goes a day past what is left is refused for that day
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-03-01
  O-1,R-1,2024-03-11,2024-04-21
expect
  totals O-1 on R-1 2024-04-20..2024-04-21 measured 101 allowed 100 source paper#P1

story: on call counts for nothing
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-12-01
  O-1,R-1,2024-12-01,2025-03-11

story: a declared double use counts its days once
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-04-10
  O-1,R-4,2024-01-01,2024-04-10

story: as many as there are is no limit
tours
  offer,requirement,from,until
  O-2,R-1,2024-01-01,2025-01-01

story: of a pool each tour alone keeps to it
tours
  offer,requirement,from,until,quantity
  pool,R-3,2024-01-01,2024-04-10,10
  pool,R-3,2024-04-10,2024-07-19,10
  pool,R-3,2024-07-19,2024-10-28,1
expect
  totals pool on R-3 2024-10-27..2024-10-28 measured 101 allowed 100
