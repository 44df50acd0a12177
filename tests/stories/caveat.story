# caveat: where, for what and when the giver does not want its offer used.
given: world
requirements
  requirement,activity,capability,quantity,kind,from,until,priority
  R-1,EFP,battalion,1,presence,2024-01-01,2025-07-01,normal
  R-2,TRAIN,battalion,1,presence,2024-01-01,2025-07-01,normal
units
  unit,nation,capability,quantity
  U-1,NLD,battalion,1
offers
  offer,nation,unit,status
  O-1,NLD,U-1,offered

story: not at a place
caveats
  offer,rule,value,source
  O-1,not_place,rukla,paper#1
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#1

story: only in a nation
caveats
  offer,rule,value,source
  O-1,only_place,LTU,paper#2
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-2 2024-07-01..2025-01-01 measured 1 allowed 0 source paper#2

story: not for an activity
caveats
  offer,rule,value,source
  O-1,not_activity,TRAIN,paper#3
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-2 2024-07-01..2025-01-01 measured 1 allowed 0 source paper#3

story: only for an activity
caveats
  offer,rule,value,source
  O-1,only_activity,TRAIN,paper#4
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#4

story: not under an organisation
caveats
  offer,rule,value,source
  O-1,not_organisation,NATO,paper#5
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#5

story: a task caveat forbids no tour
caveats
  offer,rule,value,source
  O-1,task,unarmed,paper#6
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01

story: a tour between two closed winters
caveats
  offer,rule,value,source
  O-1,season,11-01/04-01,paper#7
tours
  offer,requirement,from,until
  O-1,R-1,2024-04-01,2024-11-01

story: a day of winter on each side
caveats
  offer,rule,value,source
  O-1,season,11-01/04-01,paper#7
tours
  offer,requirement,from,until
  O-1,R-1,2024-03-31,2024-11-02
expect
  caveat O-1 on R-1 2024-03-31..2024-04-01 measured 1 allowed 0 source paper#7
  caveat O-1 on R-1 2024-11-01..2024-11-02 measured 1 allowed 0 source paper#7

story: a closed summer within a long tour
caveats
  offer,rule,value,source
  O-1,season,06-01/09-01,paper#8
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2025-06-01
expect
  caveat O-1 on R-1 2024-06-01..2024-09-01 measured 92 allowed 0 source paper#8

story: on the list of requirements, and not on it
caveats
  offer,rule,value,source
  O-1,only_requirement,R-2,paper#9
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#9

story: any requirement of the list is enough
caveats
  offer,rule,value,source
  O-1,only_requirement,R-2,paper#9
  O-1,only_requirement,R-1,paper#10
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01

story: any place of several is enough
caveats
  offer,rule,value,source
  O-1,only_place,munster,paper#11
  O-1,only_place,LTU,paper#12
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01

story: none of several activities
caveats
  offer,rule,value,source
  O-1,only_activity,OTHER,paper#13
  O-1,only_activity,TRAIN,paper#14
activities
  activity,name,kind
  OTHER,Something else,mission
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#13

story: alternatives of different rules hold together
caveats
  offer,rule,value,source
  O-1,only_requirement,R-1,paper#15
  O-1,only_requirement,R-2,paper#16
  O-1,only_place,munster,paper#17
  O-1,not_activity,TRAIN,paper#18
tours
  offer,requirement,from,until
  O-1,R-1,2024-01-01,2024-07-01
  O-1,R-2,2024-07-01,2025-01-01
expect
  caveat O-1 on R-1 2024-01-01..2024-07-01 measured 1 allowed 0 source paper#17
  caveat O-1 on R-2 2024-07-01..2025-01-01 measured 1 allowed 0 source paper#18
