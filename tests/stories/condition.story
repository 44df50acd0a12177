# condition: what waits for the act of somebody.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2025-01-01,normal
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
offers
  offer,nation,unit,condition,status
  O-1,NLD,U-1,accession,committed

story: usable from the day of the last act
counting: firm
conditions
  condition,name,party,status,on,source
  accession,Ratification,LTU,granted,2024-02-01,paper#1
  accession,Ratification,DEU,granted,2024-03-01,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-09-01
cover
  R-1 2024-01-01..2024-03-01 of 1000 firm 0 expected 0 best 0
  R-1 2024-03-01..2024-09-01 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-09-01..2025-01-01 of 1000 firm 0 expected 0 best 0

story: a day before the last act is too early
counting: firm
conditions
  condition,name,party,status,on,source
  accession,Ratification,LTU,granted,2024-02-01,paper#1
  accession,Ratification,DEU,granted,2024-03-01,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-29,2024-09-01
expect
  condition O-1 on R-1 2024-02-29..2024-03-01 measured 1 allowed 0 source paper#2

story: one act still open keeps it from a firm plan
counting: firm
conditions
  condition,name,party,status,on,source
  accession,Ratification,LTU,granted,2024-02-01,paper#1
  accession,Ratification,DEU,open,,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-09-01
expect
  condition O-1 on R-1 2024-03-01..2024-09-01 measured 1 allowed 0 source paper#2

story: the best case expects it and says how soft that is
conditions
  condition,name,party,status,expected_on,source
  accession,Ratification,LTU,granted,,paper#1
  accession,Ratification,DEU,open,2024-04-01,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-04-01,2025-01-01
cover
  R-1 2024-01-01..2024-04-01 of 1000 firm 0 expected 0 best 0
  R-1 2024-04-01..2025-01-01 of 1000 firm 0 expected 0 best 1000

story: the best case waits for the day expected
conditions
  condition,name,party,status,expected_on,source
  accession,Ratification,DEU,open,2024-04-01,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-30,2025-01-01
expect
  condition O-1 on R-1 2024-03-30..2024-04-01 measured 2 allowed 0 source paper#2

story: where nobody names a day the best case holds from the start
conditions
  condition,name,party,status,expected_on,source
  accession,Ratification,DEU,open,,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-01-01

story: what was refused is never used
conditions
  condition,name,party,status,on,source
  accession,Ratification,LTU,granted,2023-02-01,paper#1
  accession,Ratification,DEU,refused,,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-01,2024-09-01
expect
  condition O-1 on R-1 2024-03-01..2024-09-01 measured 1 allowed 0 source paper#2
