/**
 * The ids of the records that audit entries of this service tell of a household ($1): its grants, its payments with
 * their vouchers, and the batches that they are in.
 */
export const recordsOfHousehold = `
  select id::text as id from aid_grant where household_id = $1::uuid
  union select unnest(array[id, voucher_id, batch_id])::text from payment where household_id = $1::uuid`;
