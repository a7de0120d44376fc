-- Made from the contracts of packages/events by `./nuangong generate`; not to be edited.

-- Money has been set aside for an approved grant.
create function grant_committed_v1(event_id uuid, path text, actor uuid, request text, at timestamptz,
  grant_id uuid, application_id uuid, amount_fen bigint, parts jsonb)
returns jsonb language sql stable
  return jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', 'nuangong.grant-committed.v1', 'source', 'funds',
    'subject', grant_id, 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'datacontenttype', 'application/json', 'organizationpath', path, 'requestid', request, 'actor', actor,
    'data', jsonb_build_object(
      'grantId', grant_id, 'applicationId', application_id, 'amountFen', amount_fen::text, 'parts', parts));

-- An approved grant is awaiting funds.
create function grant_awaiting_funds_v1(event_id uuid, path text, actor uuid, request text, at timestamptz,
  grant_id uuid, application_id uuid, amount_fen bigint, missing_fen bigint)
returns jsonb language sql stable
  return jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', 'nuangong.grant-awaiting-funds.v1', 'source', 'funds',
    'subject', grant_id, 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'datacontenttype', 'application/json', 'organizationpath', path, 'requestid', request, 'actor', actor,
    'data', jsonb_build_object(
      'grantId', grant_id, 'applicationId', application_id, 'amountFen', amount_fen::text,
      'missingFen', missing_fen::text));

-- A grant has been paid to a household.
create function payment_made_v1(event_id uuid, path text, actor uuid, request text, at timestamptz,
  payment_id uuid, grant_id uuid, application_id uuid, batch_id uuid, voucher_id uuid, voucher_number text,
  household_id uuid, case_file_id uuid, organization jsonb, campaign_id uuid, aid_type text, mark text,
  amount_fen bigint, parts jsonb, migrant_worker boolean, model_worker boolean, paid_on date, purpose text)
returns jsonb language sql stable
  return jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', 'nuangong.payment-made.v1', 'source', 'funds',
    'subject', grant_id, 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'datacontenttype', 'application/json', 'organizationpath', path, 'requestid', request, 'actor', actor,
    'data', jsonb_build_object(
      'paymentId', payment_id, 'grantId', grant_id, 'applicationId', application_id, 'batchId', batch_id,
      'voucherId', voucher_id, 'voucherNumber', voucher_number, 'householdId', household_id,
      'caseFileId', case_file_id, 'organization', organization, 'campaignId', campaign_id, 'aidType', aid_type,
      'mark', mark, 'amountFen', amount_fen::text, 'parts', parts, 'migrantWorker', migrant_worker,
      'modelWorker', model_worker, 'paidOn', paid_on) || case when purpose is null then '{}' else jsonb_build_object('purpose', purpose) end);
