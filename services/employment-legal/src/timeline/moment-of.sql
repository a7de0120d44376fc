-- Where an event with only a day is placed in a timeline: when it was recorded, if that was the same day in China, else
-- 09:00.
create function moment_of(happened_on date, recorded_at timestamptz) returns timestamptz
  language sql stable parallel safe
  return case when happened_on = (recorded_at at time zone 'Asia/Shanghai')::date then recorded_at
    else (happened_on + time '09:00') at time zone 'Asia/Shanghai' end;
