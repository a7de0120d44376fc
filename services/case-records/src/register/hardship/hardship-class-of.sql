-- The class of hardship by income per head and causes; the same rule as `hardshipClassOf` in hardship.ts.
create function hardship_class_of(income_fen bigint, causes text[], line_fen bigint, margin numeric) returns text
language sql immutable parallel safe
return case when line_fen is null then null
  when income_fen < line_fen then 'BELOW_LINE'
  when causes && array['MAJOR_ILLNESS', 'ACCIDENT', 'DISASTER'] then 'SUDDEN'
  when income_fen <= line_fen * trunc(margin * 100)::bigint / 100 then 'MARGINAL' end;
