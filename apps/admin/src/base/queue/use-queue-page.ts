import { useDeferredValue, useState } from 'react';

/** The page and search of a queue's list; the search is debounced before it is sent. */
export function useQueuePage(): {
  readonly page: number;
  readonly perPage: number;
  readonly setPage: (page: number) => void;
  readonly search: string;
  readonly asked: string;
  readonly setSearch: (search: string) => void;
} {
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  return {
    page,
    perPage: 50,
    setPage,
    search,
    asked,
    setSearch(typed) {
      setSearch(typed);
      setPage(1);
    },
  };
}
