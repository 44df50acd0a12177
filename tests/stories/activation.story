# activation: what using a unit at all costs, once, whatever and however often it serves.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,2,presence,2024-01-01,2024-04-01,normal
  R-2,EFP,soldier,10,presence,2024-01-01,2024-04-01,normal
  R-3,EFP,tank,10,delivery,2024-01-01,2024-04-01,normal
units
  unit,nation,capability,quantity,divisible,activation_eur
  U-1,NLD,battalion,1,,5000
  U-2,DEU,battalion,1,,
  POOL,GBR,soldier,10,true,700
  TANKS,DEU,leopard,4,,30
offers
  offer,nation,unit,status,from,until,cost_eur,cost_per
  first,NLD,U-1,committed,2024-01-01,2024-02-01,100,once
  second,NLD,U-1,committed,2024-02-01,2024-04-01,200,once
  other,DEU,U-2,committed,,,10,tour
  pool,GBR,POOL,committed,,,1,tour
  tanks,DEU,TANKS,committed,,,,

story: nobody is used
goals
  cost 0

story: a unit is activated once for all its tours and offers
tours
  offer,requirement,from,until
  first,R-1,2024-01-01,2024-01-11
  first,R-1,2024-01-21,2024-02-01
  second,R-1,2024-02-01,2024-04-01
goals
  cost 5300

story: a day of use costs as much as all of them
tours
  offer,requirement,from,until
  first,R-1,2024-01-01,2024-01-02
goals
  cost 5100

story: who states nothing costs nothing to use
tours
  offer,requirement,from,until
  other,R-1,2024-01-01,2024-01-02
goals
  cost 10

story: a pool is activated once for all its pieces
tours
  offer,requirement,from,until,quantity
  pool,R-2,2024-01-01,2024-02-01,4
  pool,R-2,2024-02-01,2024-03-01,6
goals
  cost 710

story: what is delivered is used
planned
  offer,requirement,quantity,on
  tanks,R-3,2,2024-02-01
  tanks,R-3,2,2024-03-01
goals
  cost 30
