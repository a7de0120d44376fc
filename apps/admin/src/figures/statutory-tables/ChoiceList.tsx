import type { ReactElement } from 'react';

/** The choices of a cell, below its text. */
export function ChoiceList(props: {
  readonly of: string;
  readonly name: string;
  readonly words: readonly string[];
  /** The one that Enter takes; -1 for none. */
  readonly at: number;
  readonly onTake: (word: string) => void;
}): ReactElement {
  return (
    <ul role="listbox" id={`options-${props.of}`} aria-label={props.name} className="choices">
      {props.words.map((word, index) => (
        <li
          key={word}
          id={`option-${props.of}-${index}`}
          role="option"
          aria-selected={index === props.at}
          onMouseDown={(event) => {
            event.preventDefault();
            props.onTake(word);
          }}
        >
          {word}
        </li>
      ))}
    </ul>
  );
}
