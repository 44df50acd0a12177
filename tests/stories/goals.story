# What a plan is measured by.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2024-04-01,high
  R-2,EFP,battalion,1,presence,2024-01-01,2024-04-01,normal
  R-3,TRAIN,soldier,10,presence,2024-01-01,2024-04-01,normal
units
  unit,nation,capability,quantity,divisible
  U-1,NLD,battalion,1,
  U-2,DEU,battalion,1,
  POOL,GBR,soldier,10,true
offers
  offer,nation,unit,status,cost_eur,cost_per
  O-1,NLD,U-1,offered,5000,day
  O-2,DEU,U-2,explored,20000,tour
  pool,GBR,POOL,accepted,1000,once

story: nothing is filled
# 91 days: 2 × 3 × 91 + 91 + 10 × 91, in thousandths.
goals
  unmet 1547000
  unmet_plain 1183000
  firmness 0
  cost 0
  distance 0

story: softness by the day and cost as agreed
# O-1: 31 days of softness 2; O-2: 29 of 4; the pool: 10 pieces for 91 days of 1.
tours
  offer,requirement,from,until,quantity
  O-1,R-1,2024-01-01,2024-02-01,1
  O-2,R-2,2024-02-01,2024-03-01,1
  pool,R-3,2024-01-01,2024-04-01,10
goals
  unmet 515000
  unmet_plain 213000
  firmness 1088
  cost 176000
  distance 0

story: more than asked is worth nothing more
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-04-01
  O-2,R-2,2024-01-01,2024-04-01
cover
  R-2 2024-01-01..2024-04-01 of 1000 firm 0 expected 0 best 2000
goals
  unmet_plain 1092000

story: distance counts the days that the plan in force did not have
in force
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-01-21
  O-2,R-1,2024-01-01,2024-04-01
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-11,2024-02-01
  O-2,R-2,2024-02-01,2024-03-01
goals
  distance 40
