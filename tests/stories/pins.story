# pins: what a person fixes is there, what he forbids is not.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,source
  R-1,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R1
  R-2,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R2
  R-3,TRAIN,battalion,1,presence,2024-01-01,2024-07-01,normal,paper#R3
units
  unit,nation,capability,quantity,divisible
  U-1,NLD,battalion,1,
  U-2,NLD,battalion,1,
offers
  offer,nation,unit,status,source
  O-1,NLD,U-1,offered,paper#O1
  O-2,NLD,U-2,offered,paper#O2
double_use
  unit,requirement,also
  U-1,R-1,R-3
pins
  pin,kind,offer,requirement,from,until,source
  P-1,fix,O-1,R-1,2024-02-01,2024-03-01,paper#P1
  P-2,forbid,O-2,R-1,2024-05-01,2024-06-01,paper#P2
  P-3,forbid,O-2,,2024-06-15,,paper#P3
  P-4,prefer,O-2,R-2,2024-01-01,2024-02-01,paper#P4

story: a fixed tour that is there is kept
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-03-01

story: a longer tour, or two end to end, hold the fixed one
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-02-15
  O-1,R-1,2024-02-15,2024-04-01

story: a plan that is a day short of a fixed tour breaks it
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-02,2024-03-01
expect
  pins O-1 on R-1 2024-02-01..2024-02-02 measured 0 allowed 1 source paper#P1

story: the unit does nothing else on the fixed days
tours
  offer,requirement,from,until
  O-1,R-2,2024-01-01,2024-02-02
  O-1,R-1,2024-02-02,2024-03-01
expect
  pins O-1 on R-1 2024-02-01..2024-02-02 measured 0 allowed 1 source paper#P1
  pins O-1 on R-2 2024-02-01..2024-02-02 measured 1 allowed 0 source paper#P1

story: a declared double use may stand beside a fixed tour
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-03-01
  O-1,R-3,2024-02-01,2024-03-01

story: a forbidden tour may end where what is forbidden begins
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-03-01
  O-2,R-1,2024-04-01,2024-05-01
  O-2,R-1,2024-06-01,2024-06-15

story: not a day of what is forbidden
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-03-01
  O-2,R-1,2024-04-01,2024-05-02
expect
  pins O-2 on R-1 2024-05-01..2024-05-02 measured 1 allowed 0 source paper#P2

story: forbidden anywhere and for good
tours
  offer,requirement,from,until
  O-1,R-1,2024-02-01,2024-03-01
  O-2,R-2,2024-05-01,2024-06-16
expect
  pins O-2 on R-2 2024-06-15..2024-06-16 measured 1 allowed 0 source paper#P3
