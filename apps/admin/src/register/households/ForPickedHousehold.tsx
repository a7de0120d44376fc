import { useState, type ReactElement } from 'react';
import { PickHousehold, type PickedHousehold } from './PickHousehold.tsx';

/** Finds a household, then shows the dialog that is about it. */
export function ForPickedHousehold(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: (household: PickedHousehold) => ReactElement;
}): ReactElement {
  const [household, setHousehold] = useState<PickedHousehold>();
  return household === undefined ? (
    <PickHousehold title={props.title} onCancel={props.onClose} onPick={setHousehold} />
  ) : (
    props.children(household)
  );
}
