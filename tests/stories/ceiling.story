# ceiling: people of a nation on presence tours.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2025-01-01,normal
  R-2,EFP,battalion,2,on_call,2024-01-01,2025-01-01,normal
  R-3,TRAIN,soldier,90,presence,2024-01-01,2025-01-01,normal
  R-4,TRAIN,tank,10,presence,2024-01-01,2025-01-01,normal
  R-5,TRAIN,battalion,1,presence,2024-01-01,2025-01-01,normal
units
  unit,nation,capability,quantity,personnel,divisible
  U-1,NLD,battalion,1,600,
  U-2,NLD,battalion,1,500,
  TEAM,NLD,soldier,90,,
  TANKS,NLD,tank,10,50,true
  D-1,DEU,battalion,1,900,
offers
  offer,nation,unit,status
  O-1,NLD,U-1,offered
  O-2,NLD,U-2,offered
  team,NLD,TEAM,offered
  tanks,NLD,TANKS,offered
  D-1,DEU,D-1,offered
ceilings
  nation,from,until,personnel,source
  NLD,2024-03-01,2024-09-01,1100,paper#C1

story: exactly as many people as the ceiling
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-01-01
  O-2,R-1,2024-01-01,2025-01-01
  D-1,R-1,2024-01-01,2025-01-01

story: a team more for as long as the ceiling holds
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-01-01
  O-2,R-1,2024-01-01,2024-07-01
  team,R-3,2024-01-01,2025-01-01
expect
  ceiling 2024-03-01..2024-07-01 measured 1190 allowed 1100 source paper#C1

story: on call nobody is deployed
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-01-01
  O-2,R-2,2024-01-01,2025-01-01
  team,R-3,2024-01-01,2025-01-01

story: people of a pool by the piece
tours
  offer,requirement,from,until,quantity
  O-1,R-1,2024-01-01,2025-01-01,1
  O-2,R-1,2024-01-01,2025-01-01,1
  tanks,R-4,2024-08-31,2024-10-01,3
expect
  ceiling 2024-08-31..2024-09-01 measured 1115 allowed 1100 source paper#C1

story: a unit in double use is counted once
double_use
  unit,requirement,also
  U-1,R-1,R-5
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-01-01
  O-1,R-5,2024-01-01,2025-01-01
  O-2,R-1,2024-01-01,2025-01-01
