/* Dates of the Gregorian calendar and counts of 100 ns since 1601, of seconds since 1970 and 1980. */
#include <ntifs.h>

enum { SECOND = 10000000, FIRST_YEAR = 1601, LAST_YEAR = 30827 };
#define DAY                (24ll * 60 * 60 * SECOND)
#define SECONDS_UNTIL_1970 11644473600ll
#define SECONDS_UNTIL_1980 11960006400ll

static BOOLEAN is_leap(LONG year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static LONG days_in(LONG year, LONG month)
{
    static const UCHAR days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* From the first day of 1601 to that of `year`. */
static LONG days_before(LONG year)
{
    const LONG years = year - FIRST_YEAR;
    return years * 365 + years / 4 - years / 100 + years / 400;
}

BOOLEAN RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time)
{
    const TIME_FIELDS *f = TimeFields;
    if (f->Year < FIRST_YEAR || f->Year > LAST_YEAR || f->Month < 1 || f->Month > 12 || f->Day < 1 ||
        f->Day > days_in(f->Year, f->Month) || f->Hour < 0 || f->Hour > 23 || f->Minute < 0 || f->Minute > 59 ||
        f->Second < 0 || f->Second > 59 || f->Milliseconds < 0 || f->Milliseconds > 999)
        return FALSE;
    LONG days = days_before(f->Year) + f->Day - 1;
    for (LONG month = 1; month < f->Month; month++)
        days += days_in(f->Year, month);
    Time->QuadPart =
        days * DAY + ((f->Hour * 60ll + f->Minute) * 60 + f->Second) * SECOND + f->Milliseconds * (SECOND / 1000ll);
    return TRUE;
}

VOID RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields)
{
    LONG days = (LONG)(Time->QuadPart / DAY);
    const LONGLONG rest = Time->QuadPart % DAY;
    const LONG seconds = (LONG)(rest / SECOND);
    TimeFields->Milliseconds = (CSHORT)(rest % SECOND / (SECOND / 1000));
    TimeFields->Second = (CSHORT)(seconds % 60);
    TimeFields->Minute = (CSHORT)(seconds / 60 % 60);
    TimeFields->Hour = (CSHORT)(seconds / 3600);
    TimeFields->Weekday = (CSHORT)((days + 1) % 7); /* 1601 began on a Monday */
    LONG year = FIRST_YEAR + (LONG)(days * 400ll / 146097);
    while (days_before(year) > days)
        year--;
    while (days_before(year + 1) <= days)
        year++;
    days -= days_before(year);
    LONG month = 1;
    while (days >= days_in(year, month))
        days -= days_in(year, month++);
    TimeFields->Year = (CSHORT)year;
    TimeFields->Month = (CSHORT)month;
    TimeFields->Day = (CSHORT)(days + 1);
}

static BOOLEAN to_seconds(const LARGE_INTEGER *time, LONGLONG until, PULONG seconds)
{
    const LONGLONG count = time->QuadPart / SECOND - until;
    if (count < 0 || count > MAXULONG)
        return FALSE;
    *seconds = (ULONG)count;
    return TRUE;
}

BOOLEAN RtlTimeToSecondsSince1970(PLARGE_INTEGER Time, PULONG ElapsedSeconds)
{
    return to_seconds(Time, SECONDS_UNTIL_1970, ElapsedSeconds);
}

BOOLEAN RtlTimeToSecondsSince1980(PLARGE_INTEGER Time, PULONG ElapsedSeconds)
{
    return to_seconds(Time, SECONDS_UNTIL_1980, ElapsedSeconds);
}

VOID RtlSecondsSince1970ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time)
{
    Time->QuadPart = (ElapsedSeconds + SECONDS_UNTIL_1970) * SECOND;
}

VOID RtlSecondsSince1980ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time)
{
    Time->QuadPart = (ElapsedSeconds + SECONDS_UNTIL_1980) * SECOND;
}
