# counting: which offers a plan may use, by their status.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2024-07-01,normal
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
  U-2,NLD,battalion,1
  U-3,NLD,battalion,1
offers
  offer,nation,unit,status,valid_until,source
  committed,NLD,U-1,committed,,paper#1
  accepted,NLD,U-2,accepted,,paper#2
  explored,NLD,U-3,explored,,paper#3

story: firm plans use what is committed
counting: firm
tours
  offer,requirement,from,until
  committed,R-1,2024-01-01,2024-07-01

story: firm plans refuse what is only accepted
counting: firm
tours
  offer,requirement,from,until
  accepted,R-1,2024-01-01,2024-07-01
expect
  counting accepted on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#2

story: expected plans use what is accepted and refuse what is explored
counting: expected
tours
  offer,requirement,from,until
  accepted,R-1,2024-01-01,2024-04-01
  explored,R-1,2024-04-01,2024-07-01
expect
  counting explored on R-1 2024-04-01..2024-07-01 measured 4 allowed 1 source paper#3

story: the best case uses what is explored
tours
  offer,requirement,from,until
  explored,R-1,2024-01-01,2024-07-01

story: nobody uses an offer that was withdrawn
offers
  offer,nation,unit,status,valid_until,source
  gone,NLD,U-1,withdrawn,,paper#4
tours
  offer,requirement,from,until
  gone,R-1,2024-01-01,2024-07-01
expect
  counting gone on R-1 2024-01-01..2024-07-01 measured 5 allowed 4 source paper#4

story: an offer is valid through its last day
as of: 2023-10-25
units
  unit,nation,capability,quantity
  U-4,NLD,battalion,1
  U-5,NLD,battalion,1
offers
  offer,nation,unit,status,valid_until,source
  to-today,NLD,U-4,offered,2023-10-25,paper#5
  to-yesterday,NLD,U-5,offered,2023-10-24,paper#6
tours
  offer,requirement,from,until
  to-today,R-1,2024-01-01,2024-04-01
  to-yesterday,R-1,2024-04-01,2024-07-01
expect
  counting to-yesterday on R-1 2024-04-01..2024-07-01 measured 5 allowed 4 source paper#6
