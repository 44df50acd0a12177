# stock: what is left to the giver.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,TRAIN,tank,40,delivery,2024-01-01,2025-01-01,normal
offers
  offer,nation,capability,quantity,status
  leopards,NLD,leopard,20,offered
  tanks,NLD,tank,10,offered
  german,DEU,leopard,10,offered
stocks
  nation,capability,on,quantity,floor,source
  NLD,tank,2023-12-01,30,18,paper#S1

story: given down to the floor
planned
  offer,requirement,quantity,on
  leopards,R-1,8,2024-02-01
  tanks,R-1,4,2024-03-01
  german,R-1,10,2024-02-01

story: one below the floor
planned
  offer,requirement,quantity,on
  leopards,R-1,8,2024-02-01
  tanks,R-1,5,2024-03-01
expect
  stock 2023-12-01..2024-03-02 measured 13 allowed 12 source paper#S1

story: a later statement of the stock begins anew on its day
stocks
  nation,capability,on,quantity,floor,source
  NLD,tank,2024-03-01,20,18,paper#S2
planned
  offer,requirement,quantity,on
  leopards,R-1,12,2024-02-29
  tanks,R-1,3,2024-03-01
expect
  stock 2024-03-01..2024-03-02 measured 3 allowed 2 source paper#S2
