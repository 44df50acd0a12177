# budget: what is paid from it.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2025-01-01,normal
  R-2,TRAIN,soldier,20,presence,2024-01-01,2025-01-01,normal
units
  unit,nation,capability,quantity,divisible
  U-1,NLD,battalion,1,
  U-2,NLD,battalion,1,
  U-3,NLD,battalion,1,
  POOL,NLD,soldier,20,true
budgets
  budget,nation,from,until,amount,currency,source
  BIV,NLD,2024-02-01,2024-12-01,1000000,EUR,paper#B1
offers
  offer,nation,unit,status,cost_eur,cost_per,budget
  daily,NLD,U-1,offered,10000,day,BIV
  by-tour,NLD,U-2,offered,400000,tour,BIV
  once,NLD,U-3,offered,300000,once,BIV
  pool,NLD,POOL,offered,1000,day,BIV

story: a budget spent to the last euro
tours
  offer,requirement,from,until
  daily,R-1,2024-02-01,2024-03-02
  by-tour,R-1,2024-02-01,2024-03-01
  once,R-1,2024-03-02,2024-05-01
  once,R-1,2024-06-01,2024-07-01
goals
  cost 1000000

story: a day more than the budget pays
tours
  offer,requirement,from,until
  daily,R-1,2024-02-01,2024-03-03
  by-tour,R-1,2024-02-01,2024-03-01
  once,R-1,2024-03-03,2024-05-01
expect
  budget 2024-02-01..2024-12-01 measured 1010000 allowed 1000000 source paper#B1

story: every tour costs anew
tours
  offer,requirement,from,until
  by-tour,R-1,2024-02-01,2024-03-01
  by-tour,R-1,2024-04-01,2024-05-01
  by-tour,R-1,2024-06-01,2024-07-01
expect
  budget 2024-02-01..2024-12-01 measured 1200000 allowed 1000000 source paper#B1

story: a pool costs by the piece
tours
  offer,requirement,from,until,quantity
  pool,R-2,2024-02-01,2024-03-22,20
goals
  cost 1000000

story: before and after the budget's year nothing is paid
tours
  offer,requirement,from,until
  by-tour,R-1,2024-01-31,2024-12-02
expect
  budget by-tour on R-1 2024-01-31..2024-02-01 measured 1 allowed 0 source paper#B1
  budget by-tour on R-1 2024-12-01..2024-12-02 measured 1 allowed 0 source paper#B1
