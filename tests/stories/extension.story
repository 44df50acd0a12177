# window: an extension is used only where the plan counts the best case; its own days are best, those before it as firm as the offer.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2024-10-01,normal
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
offers
  offer,nation,unit,from,until,extension_days,status,source
  O-1,NLD,U-1,2024-01-01,2024-07-01,92,committed,paper#O1

story: without the extension the tour is firm
counting: firm
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
cover
  R-1 2024-01-01..2024-07-01 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-07-01..2024-10-01 of 1000 firm 0 expected 0 best 0

story: the best case may use the extension to its last day
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-10-01
cover
  R-1 2024-01-01..2024-07-01 of 1000 firm 1000 expected 1000 best 1000
  R-1 2024-07-01..2024-10-01 of 1000 firm 0 expected 0 best 1000

story: a plan of what is expected may not use it for a day
counting: expected
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-02
expect
  window O-1 on R-1 2024-07-01..2024-07-02 measured 1 allowed 0 source paper#O1

story: an option that had to be decided before the data was taken is gone
as of: 2023-12-31
units
  unit,nation,capability,quantity
  U-2,NLD,battalion,1
offers
  offer,nation,unit,from,until,extension_days,extension_decide_by,status,source
  O-2,NLD,U-2,2024-01-01,2024-07-01,92,2023-12-30,committed,paper#O2
tours
  offer,requirement,from,until
  O-2,R-1,2024-01-01,2024-07-02
expect
  window O-2 on R-1 2024-07-01..2024-07-02 measured 1 allowed 0 source paper#O2
