import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { myCaseFilesQuery } from '../../base/graph/generated/landing.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { NextSteps } from '../../base/next-step/NextSteps.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { useCountedWork } from '../../base/next-step/use-work-counts.ts';
import { RoleFigure } from './RoleFigure.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { obligationTasks, type ObligationTask } from './obligation-tasks.ts';
import { tasksFor, type Due, type Task } from './tasks.ts';

const dues: readonly Due[] = ['overdue', 'today', 'week', 'later'];

/** The landing page of every role: tasks by due date, the own case files under way and done, and the role's figure. */
export default function Landing(): ReactElement {
  const say = useWords();
  const staff = useStaff();
  const can = useCan();
  const { counts, counted } = useCountedWork();
  const tasks = tasksFor(staff?.actions ?? [], counts, today(new Date()));
  const obligations = obligationTasks(counts);
  const files = can('case-file.submit');
  const mine = useAnswer(myCaseFilesQuery, {}, { enabled: files });
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
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 7fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Card component="section" aria-label={say('landing.title')}>
            {counted ? null : <Skeleton variant="rectangular" height={160} />}
            {counted && tasks.length === 0 && obligations.length === 0 ? (
              <EmptyState title={say('landing.nothing')} why={say('landing.nothingWhy')} action={<NextSteps />} />
            ) : null}
            {dues.map((due) => (
              <TaskGroup
                key={due}
                due={due}
                tasks={tasks.filter((task) => task.due === due)}
                obligations={obligations.filter((task) => task.due === due)}
              />
            ))}
            <Box sx={{ px: 2, pb: 1 }}>
              <Link to="/obligations">{say('landing.allObligations')}</Link>
            </Box>
          </Card>
          {files && mine.data !== undefined ? (
            <Card component="section" aria-label={say('landing.mine')} sx={{ pb: 1 }}>
              <Head>{say('landing.mine')}</Head>
              <Line
                to="/households"
                words={say('landing.mineUnderWay')}
                end={say('landing.count', { count: mine.data.underWay.total })}
              />
              <Head>{say('landing.done')}</Head>
              <Line
                to="/households"
                words={say('landing.doneFiles')}
                end={say('landing.count', { count: mine.data.done.total })}
              />
            </Card>
          ) : null}
        </Box>
        <RoleFigure />
      </Box>
    </>
  );
}

function TaskGroup(props: {
  readonly due: Due;
  readonly tasks: readonly Task[];
  readonly obligations: readonly ObligationTask[];
}): ReactElement | null {
  const say = useWords();
  if (props.tasks.length === 0 && props.obligations.length === 0) return null;
  return (
    <>
      <Head stop={props.due === 'overdue'}>{say(`landing.${props.due}`)}</Head>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pb: 1 }}>
        {props.obligations.map((task) => (
          <li key={task.key}>
            <Line
              to={task.to}
              words={task.name}
              detail={task.dueOn === undefined ? undefined : say('landing.dueOn', { on: task.dueOn })}
              tags={<ObligationTags task={task} />}
              end={say('landing.count', { count: task.count })}
            />
          </li>
        ))}
        {props.tasks.map((task) => (
          <li key={task.word}>
            <Line
              to={task.to}
              words={say(task.word)}
              detail={task.dueOn === undefined ? undefined : say('landing.dueOn', { on: task.dueOn })}
              end={
                task.amount === undefined
                  ? say('landing.count', { count: task.count })
                  : say('landing.amount', { count: task.count, amount: task.amount })
              }
            />
          </li>
        ))}
      </Box>
    </>
  );
}

function ObligationTags({ task }: { readonly task: ObligationTask }): ReactElement {
  const say = useWords();
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

function Head({ children, stop }: { readonly children: ReactNode; readonly stop?: boolean }): ReactElement {
  return (
    <Typography variant="h2" sx={{ px: 2, pt: 1.5, color: stop === true ? 'var(--stop)' : undefined }}>
      {children}
    </Typography>
  );
}

function Line(props: {
  readonly to: string;
  readonly words: string;
  readonly end: string;
  readonly detail?: string | undefined;
  readonly tags?: ReactNode;
}): ReactElement {
  return (
    <Box
      component={Link}
      to={props.to}
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 2,
        minHeight: { xs: 48, sm: 36 },
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { backgroundColor: 'var(--raised)' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ color: 'var(--action)', textDecoration: 'underline' }}>
          {props.words}
        </Box>
        {props.detail === undefined ? null : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            {props.detail}
          </Box>
        )}
        {props.tags}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {props.end}
      </Box>
    </Box>
  );
}
