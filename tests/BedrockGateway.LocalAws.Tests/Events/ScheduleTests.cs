using System.Globalization;
using BedrockGateway.LocalAws.Events.Schedules;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Events;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("rate(1 minute)", "2026-04-15T10:00:30", "2026-04-15T10:01:00")]
    [InlineData("rate(5 minutes)", "2026-04-15T10:00:00", "2026-04-15T10:05:00")]
    [InlineData("rate(5 minutes)", "2026-04-15T10:05:00", "2026-04-15T10:10:00")]
    [InlineData("rate(5 minutes)", "2026-04-15T13:33:20", "2026-04-15T13:35:00")]
    [InlineData("rate(1 hour)", "2026-04-15T10:00:00", "2026-04-15T11:00:00")]
    [InlineData("rate(7 days)", "2026-04-15T10:00:00", "2026-04-22T10:00:00")]
    [InlineData("cron(* * * * ? *)", "2026-04-15T10:00:00", "2026-04-15T10:01:00")]
    [InlineData("cron(0/15 * * * ? *)", "2026-04-15T10:00:00", "2026-04-15T10:15:00")]
    [InlineData("cron(*/20 * * * ? *)", "2026-04-15T10:41:00", "2026-04-15T11:00:00")]
    [InlineData("cron(5-9/2 * * * ? *)", "2026-04-15T10:05:30", "2026-04-15T10:07:00")]
    [InlineData("cron(0 10 * * ? *)", "2026-04-15T10:00:00", "2026-04-16T10:00:00")]
    [InlineData("cron(15 12 * * ? *)", "2026-04-15T10:00:00", "2026-04-15T12:15:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-04-15T10:00:00", "2026-05-01T08:00:00")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-04-17T18:00:00", "2026-04-20T18:00:00")]
    [InlineData("cron(0 18 ? * 2-6 *)", "2026-04-17T18:00:00", "2026-04-20T18:00:00")]
    [InlineData("cron(0 0 ? * fri-mon *)", "2026-04-13T00:00:00", "2026-04-17T00:00:00")]
    [InlineData("cron(0/30 20-2 ? * * *)", "2026-04-15T02:30:00", "2026-04-15T20:00:00")]
    [InlineData("cron(0 0 L * ? *)", "2028-02-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("cron(0 0 LW * ? *)", "2026-05-15T00:00:00", "2026-05-29T00:00:00")]
    [InlineData("cron(0 0 15W * ? *)", "2026-08-01T00:00:00", "2026-08-14T00:00:00")]
    [InlineData("cron(0 0 1W * ? *)", "2026-07-31T12:00:00", "2026-08-03T00:00:00")]
    [InlineData("cron(0 0 31W * ? *)", "2026-04-15T10:00:00", "2026-05-29T00:00:00")]
    [InlineData("cron(0 0 ? * L *)", "2026-04-15T10:00:00", "2026-04-18T00:00:00")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-04-15T10:00:00", "2026-04-24T00:00:00")]
    [InlineData("cron(0 0 ? * 3#2 *)", "2026-04-15T10:00:00", "2026-05-12T00:00:00")]
    [InlineData("cron(0 0 ? * TUE#2 *)", "2026-04-15T10:00:00", "2026-05-12T00:00:00")]
    [InlineData("cron(0 0 29 FEB ? *)", "2026-04-15T10:00:00", "2028-02-29T00:00:00")]
    [InlineData("cron(0 0 1,10 JAN,MAR ? 2027-2028)", "2027-03-10T00:00:00", "2028-01-01T00:00:00")]
    [InlineData("cron(0 0 30 2 ? *)", "2026-04-15T10:00:00", null)]
    [InlineData("cron(0 0 * * ? 2025)", "2026-04-15T10:00:00", null)]
    public void Expression_FiresNextAfterNow(string expression, string now, string? next)
    {
        var schedule = ScheduleExpression.Parse(expression);

        Assert.Equal(
            next is null ? null : Utc(next),
            schedule.NextAfter(since: Utc("2026-04-15T10:00:00"), Utc(now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5 minutes")]
    [InlineData("rate()")]
    [InlineData("rate(5)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(-5 minutes)")]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(30 seconds)")]
    [InlineData("rate(1.5 hours)")]
    [InlineData("rate(99999999 days)")]
    [InlineData("at(2026-04-15T10:00:00)")]
    [InlineData("cron(* * * * ?)")]
    [InlineData("cron(* * * * ? * *)")]
    [InlineData("cron(60 * * * ? *)")]
    [InlineData("cron(* 24 * * ? *)")]
    [InlineData("cron(* * 0 * ? *)")]
    [InlineData("cron(* * 32 * ? *)")]
    [InlineData("cron(* * * 13 ? *)")]
    [InlineData("cron(* * * MAI ? *)")]
    [InlineData("cron(* * ? * 8 *)")]
    [InlineData("cron(* * ? * 0 *)")]
    [InlineData("cron(* * * * ? 1969)")]
    [InlineData("cron(* * * * ? 2200)")]
    [InlineData("cron(* * * * * *)")]
    [InlineData("cron(* * ? * ? *)")]
    [InlineData("cron(* * 1 * MON *)")]
    [InlineData("cron(? * * * ? *)")]
    [InlineData("cron(*/0 * * * ? *)")]
    [InlineData("cron(1/2/3 * * * ? *)")]
    [InlineData("cron(1-2-3 * * * ? *)")]
    [InlineData("cron(1, * * * ? *)")]
    [InlineData("cron(* * 32W * ? *)")]
    [InlineData("cron(* * ? * 3#6 *)")]
    [InlineData("cron(* * ? * 3#1,6#3 *)")]
    [InlineData("cron(* 3#1 ? * * *)")]
    [InlineData("cron(+1 * * * ? *)")]
    public void ExpressionThatIsNone_IsRefused(string expression)
    {
        var fault = Assert.Throws<AwsFault>(() => ScheduleExpression.Parse(expression));

        Assert.Equal("ValidationException", fault.Code);
        Assert.Equal("Parameter ScheduleExpression is not valid.", fault.Message);
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
