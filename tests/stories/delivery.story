# delivery: what comes to stay.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,source
  R-1,TRAIN,tank,20,delivery,2024-01-01,2025-01-01,normal,paper#R1
  R-2,EFP,tank,20,delivery,2024-01-01,2025-01-01,normal,paper#R2
  R-3,EFP,tank,20,presence,2024-01-01,2025-01-01,normal,paper#R3
  R-4,TRAIN,money,3000000,delivery,2024-01-01,2025-01-01,normal,paper#R4
offers
  offer,nation,capability,quantity,from,until,status,source
  tanks,NLD,tank,14,2024-02-01,2024-06-01,committed,paper#O1
  parts,DEU,leopard,10,,,accepted,paper#O2
  fund,GBR,money,2500000,,,committed,paper#O3
deliveries
  delivery,offer,quantity,state,on,source
  first,parts,4,handed_over,2023-12-15,paper#D1
  second,parts,3,in_transit,2024-03-01,paper#D2
  sunk,parts,1,lost,2024-02-01,paper#D3

story: delivered once and there to the end
planned
  offer,requirement,quantity,on
  tanks,R-1,10,2024-02-01
  tanks,R-1,4,2024-05-31
cover
  R-1 2024-01-01..2024-02-01 of 20000 firm 0 expected 0 best 0
  R-1 2024-02-01..2024-05-31 of 20000 firm 10000 expected 10000 best 10000
  R-1 2024-05-31..2025-01-01 of 20000 firm 14000 expected 14000 best 14000

story: a day too early and a day too late
planned
  offer,requirement,quantity,on
  tanks,R-1,10,2024-01-31
  tanks,R-1,4,2024-06-01
expect
  delivery tanks on R-1 2024-01-31..2024-02-01 measured 1 allowed 0 source paper#O1
  delivery tanks on R-1 2024-06-01..2024-06-02 measured 1 allowed 0 source paper#O1

story: one more than was offered
planned
  offer,requirement,quantity,on
  tanks,R-1,10,2024-02-01
  tanks,R-1,5,2024-03-01
expect
  delivery tanks on R-1 2024-02-01..2024-03-02 measured 15 allowed 14 source paper#O1

story: an offer goes to one requirement
planned
  offer,requirement,quantity,on
  tanks,R-1,10,2024-02-01
  tanks,R-2,4,2024-03-01
expect
  delivery tanks on R-1 2024-02-01..2024-03-02 measured 2 allowed 1 source paper#O1

story: rows of the data come as they say and the rest as the plan says
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-15,first
  parts,R-1,3,2024-03-01,second
  parts,R-1,3,2024-04-01,
cover
  R-1 2024-01-01..2024-03-01 of 20000 firm 0 expected 4000 best 4000
  R-1 2024-03-01..2024-04-01 of 20000 firm 0 expected 7000 best 7000
  R-1 2024-04-01..2025-01-01 of 20000 firm 0 expected 10000 best 10000

story: a row of the data cannot come a day later or one less
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-16,first
  parts,R-1,2,2024-03-01,second
expect
  delivery parts on R-1 2023-12-16..2023-12-17 measured 1 allowed 0 source paper#D1
  delivery parts on R-1 2024-03-01..2024-03-02 measured 2 allowed 3 source paper#D2

story: who uses an offer takes all of its rows
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-15,first
expect
  delivery parts on R-1 2024-03-01..2024-03-02 measured 0 allowed 3 source paper#D2

story: the rest is what the rows leave
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-15,first
  parts,R-1,3,2024-03-01,second
  parts,R-1,4,2024-04-01,
expect
  delivery parts on R-1 2023-12-15..2024-04-02 measured 4 allowed 3 source paper#O2

story: what was lost does not come
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-15,first
  parts,R-1,3,2024-03-01,second
  parts,R-1,1,2024-02-01,sunk
expect
  delivery parts on R-1 2024-02-01..2024-02-02 measured 1 allowed 0 source paper#D3

story: nothing comes when the requirement has ended
planned
  offer,requirement,quantity,on,delivery
  parts,R-1,4,2023-12-15,first
  parts,R-1,3,2024-03-01,second
  parts,R-1,3,2025-01-01,
expect
  delivery parts on R-1 2025-01-01..2025-01-02 measured 1 allowed 0 source paper#R1

story: presence takes no deliveries
planned
  offer,requirement,quantity,on
  tanks,R-3,10,2024-02-01
expect
  delivery tanks on R-3 2024-02-01..2024-02-02 measured 1 allowed 0 source paper#R3

story: a delivery requirement takes no tours
tours
  offer,requirement,from,until
  tanks,R-1,2024-02-01,2024-05-01
expect
  delivery tanks on R-1 2024-02-01..2024-05-01 measured 1 allowed 0 source paper#R1
cover
  R-1 2024-01-01..2025-01-01 of 20000 firm 0 expected 0 best 0

story: money counts in thousandths of a million
planned
  offer,requirement,quantity,on
  fund,R-4,2500000,2024-07-01
cover
  R-4 2024-01-01..2024-07-01 of 3000 firm 0 expected 0 best 0
  R-4 2024-07-01..2025-01-01 of 3000 firm 2500 expected 2500 best 2500
