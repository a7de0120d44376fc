-- Sends a batch back: its grants stay committed and can be put into another.
create function withdraw_batch(batch uuid) returns void language sql as $$
  update payment set status = 'WITHDRAWN' where batch_id = batch;
  update aid_grant set status = 'COMMITTED' where id in (select p.grant_id from payment p where p.batch_id = batch);
$$;
