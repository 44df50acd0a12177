# tempo: how a unit may be used over time.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2026-01-01,normal
  R-2,EFP,battalion,2,on_call,2024-01-01,2026-01-01,normal
  R-3,EFP,soldier,10,presence,2024-01-01,2026-01-01,normal
policies
  policy,tour_min_days,tour_max_days,dwell_ratio,preparation_days,recovery_days,source
  turns,90,183,0.5,30,20,paper#P1
  short,,,0.001,30,20,paper#P2
units
  unit,nation,capability,quantity,divisible,policy,from,until
  U-1,NLD,battalion,1,,turns,2024-01-01,2025-12-01
  U-2,DEU,battalion,1,,short,,
  POOL,GBR,soldier,10,true,turns,,
offers
  offer,nation,unit,status
  O-1,NLD,U-1,offered
  O-2,DEU,U-2,offered
  pool,GBR,POOL,offered

story: a tour as long as the policy allows
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-31,2024-08-01

story: a tour one day longer than the policy allows is refused
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-31,2024-08-02
expect
  tempo O-1 on R-1 2024-08-01..2024-08-02 measured 184 allowed 183 source paper#P1

story: a tour as short as the policy allows
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-05-01

story: a tour one day shorter
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-04-30
expect
  tempo O-1 on R-1 2024-02-01..2024-04-30 measured 89 allowed 90 source paper#P1

story: a day too little to prepare after the unit is there
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-30,2024-07-01
expect
  tempo O-1 on R-1 2024-01-30..2024-07-01 measured 29 allowed 30 source paper#P1

story: days enough to recover before the unit goes
tours
  offer,requirement,from,until
  O-1,R-1,2025-06-01,2025-11-11

story: a day too little to recover before the unit goes
tours
  offer,requirement,from,until
  O-1,R-1,2025-06-01,2025-11-12
expect
  tempo O-1 on R-1 2025-06-01..2025-11-12 measured 19 allowed 20 source paper#P1

story: rest of half a tour, rounded up, to the day
# 183 days owe 92.
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-31,2024-08-01
  O-1,R-1,2024-11-01,2025-03-01

story: a day of rest too little
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-31,2024-08-01
  O-1,R-1,2024-10-31,2025-03-01
expect
  tempo O-1 beside O-1 on R-1 2024-08-01..2024-10-31 measured 91 allowed 92 source paper#P1

story: at least recovery and preparation lie between two tours
tours
  offer,requirement,from,until
  O-2,R-1,2024-01-01,2024-02-01
  O-2,R-1,2024-03-21,2024-05-01
  O-2,R-1,2024-06-20,2024-07-01
expect
  tempo O-2 beside O-2 on R-1 2024-02-01..2024-03-21 measured 49 allowed 50 source paper#P2

story: on call has no limits and owes no rest
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-12-01
  O-1,R-1,2024-12-01,2025-03-01

story: rest after a presence is owed before going on call too
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-05-01
  O-1,R-2,2024-05-02,2024-07-01
expect
  tempo O-1 beside O-1 on R-2 2024-05-01..2024-05-02 measured 1 allowed 50 source paper#P1

story: a pool has limits of length and owes no rest
tours
  offer,requirement,from,until,quantity
  pool,R-3,2024-01-01,2024-07-01,10
  pool,R-3,2024-07-01,2025-01-01,10
  pool,R-3,2025-01-01,2025-02-01,1
expect
  tempo pool on R-3 2024-12-31..2025-01-01 measured 184 allowed 183
  tempo pool on R-3 2025-01-01..2025-02-01 measured 31 allowed 90
