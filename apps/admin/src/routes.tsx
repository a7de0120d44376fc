import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page and the address that it answers at; its code is loaded when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Pages inside the frame. */
export const pageRoutes: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('./landing/Landing.tsx')) },
  { path: '/funds', page: lazy(() => import('./funds/FundList.tsx')) },
  { path: '/funds/:id', page: lazy(() => import('./funds/FundRecord.tsx')) },
  { path: '/allocations', page: lazy(() => import('./allocations/AllocationList.tsx')) },
  { path: '/grants', page: lazy(() => import('./batches/GrantList.tsx')) },
  { path: '/batches', page: lazy(() => import('./batches/BatchList.tsx')) },
  { path: '/batches/:id', page: lazy(() => import('./batches/BatchRecord.tsx')) },
  { path: '/payments/:id', page: lazy(() => import('./batches/PaymentRecord.tsx')) },
  { path: '/vouchers/:id', page: lazy(() => import('./vouchers/VoucherPage.tsx')) },
  { path: '/accounts', page: lazy(() => import('./ledger/AccountList.tsx')) },
  { path: '/journal-entries', page: lazy(() => import('./ledger/JournalEntryList.tsx')) },
];

/** Pages without the frame: what is printed. */
export const printRoutes: readonly PageRoute[] = [
  { path: '/print/voucher/:id', page: lazy(() => import('./vouchers/PrintVoucher.tsx')) },
];
