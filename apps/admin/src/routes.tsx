import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page and the address that it answers at; its code is loaded when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Pages inside the frame. */
export const pageRoutes: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('./landing/Landing.tsx')) },
];

/** Pages without the frame: what is printed. */
export const printRoutes: readonly PageRoute[] = [];
