# readiness: notice of the unit against what the requirement allows.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority,notice_days
  R-1,EFP,battalion,1,on_call,2024-01-01,2024-07-01,normal,10
  R-2,EFP,battalion,1,on_call,2024-01-01,2024-07-01,normal,
units
  unit,nation,capability,quantity,notice_days,source
  READY,NLD,battalion,1,10,paper#U1
  SLOW,NLD,battalion,1,11,paper#U2
  UNSAID,NLD,battalion,1,,paper#U3
offers
  offer,nation,unit,status
  ready,NLD,READY,offered
  slow,NLD,SLOW,offered
  unsaid,NLD,UNSAID,offered

story: as ready as wanted
tours
  offer,requirement,from,until
  ready,R-1,2024-01-01,2024-07-01

story: a day slower than wanted
tours
  offer,requirement,from,until
  slow,R-1,2024-01-01,2024-07-01
expect
  readiness slow on R-1 2024-01-01..2024-07-01 measured 11 allowed 10 source paper#U2

story: who states no notice passes and where none is asked everybody does
tours
  offer,requirement,from,until
  unsaid,R-1,2024-01-01,2024-07-01
  slow,R-2,2024-01-01,2024-07-01
