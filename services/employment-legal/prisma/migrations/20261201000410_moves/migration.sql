-- Job seekers, vacancies, cases and claims go along when their organisation moves, and so do their numbers.
call access.goes_along('known_household');
call access.goes_along('record_number');
call access.goes_along('job_seeker');
call access.goes_along('vacancy');
call access.goes_along('referral');
call access.goes_along('placement');
call access.goes_along('training_attendance');
call access.goes_along('legal_case');
call access.goes_along('wage_claim');
call access.goes_along('wage_claim_worker');
call access.goes_along('wage_recovery');
call access.goes_along('wage_recovery_part');
