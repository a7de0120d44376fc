import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useId, type ReactElement, type ReactNode } from 'react';
import { OwnAccountActs } from '../account-acts/OwnAccountActs.tsx';
import { useStaff } from '../../base/auth/use-staff.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { ownAccountQuery } from '../../base/graph/generated/own-account.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ChangeOfficePhone } from './OfficePhone.tsx';
import { Delegations } from './Delegations.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { Sessions } from './Sessions.tsx';

/** The signed-in person's own account: password, second factor, devices, delegations. */
export default function OwnAccount(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const staff = useStaff();
  const { data, error, refetch } = useAnswer(ownAccountQuery, {});
  return (
    <>
      <PageHead title={say('ownAccount.title')} lead={say('ownAccount.lead')} />
      <Section title={say('ownAccount.account')}>
        <KeyFacts
          facts={[
            { name: say('staff.name'), value: staff?.fullName },
            { name: say('staff.username'), value: staff?.username },
            { name: say('staff.organization'), value: staff?.organization.name },
            { name: say('staff.officePhone'), value: data?.me.staff.officePhone },
            { name: say('staff.roles'), value: staff?.roles.map((role) => term('role', role)).join('、') },
            ...(data?.me.rank == null ? [] : [{ name: say('staff.ranks'), value: term('rank', data.me.rank) }]),
            ...(staff === undefined || staff.onBehalfOf.length === 0
              ? []
              : [{ name: say('ownAccount.borrowedFrom'), value: staff.onBehalfOf.join('、') }]),
          ]}
        />
        {data === undefined ? null : (
          <ChangeOfficePhone staffId={data.me.staff.id} officePhone={data.me.staff.officePhone} />
        )}
      </Section>
      <Section title={say('accountAct.onOwn')} why={say('accountAct.onOwnWhy')}>
        <OwnAccountActs />
      </Section>
      <Section title={say('ownAccount.password')} why={say('ownAccount.passwordWhy')}>
        <PasswordSection />
      </Section>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <Section title={say('ownAccount.secondFactor')} why={say('ownAccount.secondFactorWhy')}>
            <SecondFactorSection factor={data.mySecondFactor} />
          </Section>
          <Section title={say('ownAccount.sessions')} why={say('ownAccount.sessionsWhy')}>
            <Sessions sessions={data.mySessions} />
          </Section>
        </>
      )}
      <Section title={say('ownAccount.delegations')} why={say('ownAccount.delegationsWhy')}>
        {staff === undefined ? null : (
          <Delegations lender={{ id: staff.id, roles: staff.ownRoles, organizationId: staff.organization.id }} />
        )}
      </Section>
    </>
  );
}

function Section(props: { readonly title: string; readonly why?: string; readonly children: ReactNode }): ReactElement {
  const titleId = useId();
  return (
    <Card component="section" aria-labelledby={titleId} sx={{ p: 2, mb: 2, maxWidth: 960, minWidth: 0 }}>
      <Typography id={titleId} variant="h2">
        {props.title}
      </Typography>
      {props.why === undefined ? null : <Box sx={{ color: 'text.secondary', mb: 1 }}>{props.why}</Box>}
      {props.children}
    </Card>
  );
}
