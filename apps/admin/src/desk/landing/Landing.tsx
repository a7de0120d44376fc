import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { myCaseFilesQuery } from '../../base/graph/generated/landing.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { NextSteps } from '../../base/next-step/NextSteps.tsx';
import { useCountedWork } from '../../base/next-step/use-work-counts.ts';
import { OpenFunnel } from './OpenFunnel.tsx';
import { obligationTasks, type ObligationTask } from './obligation-tasks.ts';
import { QueueBlock, QueueLine } from './QueueBlock.tsx';
import { RoleFigure } from './RoleFigure.tsx';
import { tasksFor, type Due, type Task } from './tasks.ts';
import { useFirstRows, type FirstRows } from './use-first-rows.ts';

const dues: readonly Due[] = ['overdue', 'today', 'week', 'later'];

/** The landing page of every role: its figure, its queues by due date with their first records, its own files. */
export default function Landing(): ReactElement {
  const say = useWords();
  const staff = useStaff();
  const { counts, counted } = useCountedWork();
  const tasks = tasksFor(staff?.actions ?? [], counts, today(new Date()));
  const obligations = obligationTasks(counts);
  const first = useFirstRows(tasks, obligations);
  return (
    <>
      <PageHead
        title={say('landing.title')}
        lead={
          staff === undefined
            ? undefined
            : `${staff.fullName} · ${staff.roles.map((role) => say(`role.${role}`)).join(say('display.separator'))}`
        }
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <RoleFigure />
        <Box component="section" aria-label={say('landing.title')}>
          {counted ? null : <Skeleton variant="rectangular" height={160} />}
          {counted && tasks.length === 0 && obligations.length === 0 ? (
            <Card>
              <EmptyState title={say('landing.nothing')} why={say('landing.nothingWhy')} action={<NextSteps />} />
            </Card>
          ) : null}
          {dues.map((due) => (
            <DueGroup
              key={due}
              due={due}
              tasks={tasks.filter((task) => task.due === due)}
              obligations={obligations.filter((task) => task.due === due)}
              first={first}
            />
          ))}
          <Link to="/obligations">{say('landing.allObligations')}</Link>
        </Box>
        <OwnFiles />
        <OpenFunnel />
      </Box>
    </>
  );
}

function DueGroup(props: {
  readonly due: Due;
  readonly tasks: readonly Task[];
  readonly obligations: readonly ObligationTask[];
  readonly first: FirstRows;
}): ReactElement | null {
  const say = useWords();
  const { due, tasks, obligations, first } = props;
  if (tasks.length === 0 && obligations.length === 0) return null;
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1, color: due === 'overdue' ? 'var(--stop)' : undefined }}>
        {say(`landing.${due}`)}
      </Typography>
      <Box component="ul" sx={blocks}>
        {obligations.map((task) => (
          <QueueBlock
            key={task.key}
            to={task.to}
            words={task.name}
            dueOn={task.dueOn}
            overdue={due === 'overdue'}
            tags={<Reminders task={task} />}
            end={say('landing.count', { count: task.count })}
            rows={first.ofObligation(task)}
          />
        ))}
        {tasks.map((task) => (
          <QueueBlock
            key={task.word}
            to={task.to}
            words={say(task.word)}
            dueOn={task.dueOn}
            overdue={due === 'overdue'}
            end={
              task.amount === undefined
                ? say('landing.count', { count: task.count })
                : say('landing.amount', { count: task.count, amount: task.amount })
            }
            rows={first.ofTask(task)}
          />
        ))}
      </Box>
    </>
  );
}

/** As many columns as have room for a name, its unit and an amount. */
const blocks = {
  listStyle: 'none',
  m: 0,
  p: 0,
  mb: 1,
  columnWidth: 380,
  columnGap: 2,
  '& > li': { breakInside: 'avoid', mb: 2 },
} as const;

function Reminders({ task }: { readonly task: ObligationTask }): ReactElement | null {
  const say = useWords();
  if (task.reminded === 0 && task.escalated === 0) return null;
  return (
    <Box component="span" sx={{ ml: 1, display: 'inline-flex', gap: 0.5 }}>
      {task.reminded === 0 ? null : (
        <StatusTag tone="wait" word={say('obligations.remindedCount', { count: task.reminded })} />
      )}
      {task.escalated === 0 ? null : (
        <StatusTag tone="stop" word={say('obligations.escalatedCount', { count: task.escalated })} />
      )}
    </Box>
  );
}

/** The files that the reader submitted: those under way, and those with a result. */
function OwnFiles(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const files = can('case-file.submit');
  const { data } = useAnswer(myCaseFilesQuery, {}, { enabled: files });
  if (!files || data === undefined) return null;
  const lines = [
    { head: say('landing.mine'), words: say('landing.mineUnderWay'), count: data.underWay.total },
    { head: say('landing.done'), words: say('landing.doneFiles'), count: data.done.total },
  ];
  return (
    <Box sx={blocks} component="ul" aria-label={say('landing.mine')}>
      {lines.map(({ head, words, count }) => (
        <Card key={head} component="li" sx={{ pb: 1 }}>
          <Typography variant="h2" sx={{ px: 2, pt: 1.5 }}>
            {head}
          </Typography>
          <QueueLine to="/households" words={words} end={say('landing.count', { count })} />
        </Card>
      ))}
    </Box>
  );
}
