# Fair shares: people-days of a nation above what it should bear at most, by their weight.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2025-01-01,normal
  R-2,EFP,battalion,2,on_call,2024-01-01,2025-01-01,normal
  R-3,TRAIN,tank,10,presence,2024-01-01,2025-01-01,normal
  R-4,TRAIN,battalion,1,presence,2024-01-01,2025-01-01,normal
units
  unit,nation,capability,quantity,personnel,divisible
  U-1,NLD,battalion,1,600,
  TANKS,NLD,tank,10,50,true
  D-1,DEU,battalion,1,900,
  G-1,GBR,battalion,1,700,
offers
  offer,nation,unit,status
  O-1,NLD,U-1,offered
  tanks,NLD,TANKS,offered
  D-1,DEU,D-1,offered
  G-1,GBR,G-1,offered
double_use
  unit,requirement,also
  U-1,R-1,R-4
  U-1,R-2,R-4
fair_shares
  nation,people_days,weight
  NLD,6000,0.25
  DEU,1000000,3

story: what is within the share weighs nothing
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-01-11
  D-1,R-1,2024-01-01,2025-01-01
goals
  excess 0

story: a day more weighs its people
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-01-12
goals
  excess 150000

story: who has no share may bear any
tours
  offer,requirement,from,until
  G-1,R-1,2024-01-01,2025-01-01
goals
  excess 0

story: on call nobody is borne
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-02-01
goals
  excess 0

story: people of a pool by the piece
tours
  offer,requirement,from,until,quantity
  O-1,R-1,2024-01-01,2024-01-11,1
  tanks,R-3,2024-01-01,2024-01-05,3
  tanks,R-3,2024-01-01,2024-01-05,1
goals
  excess 20000

story: a unit in double use is borne once
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-01-21
  O-1,R-4,2024-01-01,2024-01-21
goals
  excess 1500000

story: and also where the other of the two is on call
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-01-21
  O-1,R-4,2024-01-01,2024-01-21
goals
  excess 1500000
