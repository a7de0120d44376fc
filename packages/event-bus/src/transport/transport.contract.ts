import { describeDelivery } from './contract/delivery.contract.ts';
import { describeMemory } from './contract/memory.contract.ts';
import { setStage, type Engine } from './contract/stage.ts';
import { describeTrouble } from './contract/trouble.contract.ts';

/** What services rely on, whichever engine carries their events: every test of it runs over each engine. */
export function describeTransportContract(openEngine: () => Promise<Engine>): void {
  const stage = setStage(openEngine);
  describeDelivery(stage);
  describeTrouble(stage);
  describeMemory(stage);
}
