# nations and lead share: who stands together.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,max_nations,lead_share,source
  R-1,EFP,battalion,4,presence,2024-01-01,2025-01-01,normal,2,,paper#R1
  R-2,EFP,battalion,4,presence,2024-01-01,2025-01-01,normal,,0.5,paper#R2
units
  unit,nation,capability,quantity
  N-1,NLD,battalion,1
  N-2,NLD,battalion,1
  D-1,DEU,battalion,1
  L-1,LTU,battalion,1
offers
  offer,nation,unit,status
  n1,NLD,N-1,offered
  n2,NLD,N-2,offered
  d1,DEU,D-1,offered
  l1,LTU,L-1,offered

story: three units of two nations
tours
  offer,requirement,from,until
  n1,R-1,2024-01-01,2024-07-01
  n2,R-1,2024-01-01,2024-07-01
  d1,R-1,2024-01-01,2024-07-01

story: a third nation comes when another has gone
tours
  offer,requirement,from,until
  n1,R-1,2024-01-01,2024-07-01
  d1,R-1,2024-01-01,2025-01-01
  l1,R-1,2024-07-01,2025-01-01

story: a third nation comes a day early
tours
  offer,requirement,from,until
  n1,R-1,2024-01-01,2024-07-01
  d1,R-1,2024-01-01,2025-01-01
  l1,R-1,2024-06-30,2025-01-01
expect
  nations on R-1 2024-06-30..2024-07-01 measured 3 allowed 2 source paper#R1

story: the lead gives half
tours
  offer,requirement,from,until
  d1,R-2,2024-01-01,2025-01-01
  n1,R-2,2024-01-01,2024-07-01
  n2,R-2,2024-07-01,2025-01-01

story: the lead gives a third on some days and goes a day early
tours
  offer,requirement,from,until
  d1,R-2,2024-01-01,2024-12-31
  n1,R-2,2024-01-01,2024-07-02
  n2,R-2,2024-07-01,2025-01-01
expect
  lead_share on R-2 2024-07-01..2024-07-02 measured 333 allowed 500 source paper#R2
  lead_share on R-2 2024-12-31..2025-01-01 measured 0 allowed 500 source paper#R2
