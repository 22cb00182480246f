using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /register: makes a user with an API key of their own.</summary>
internal static class RegisterEndpoint
{
    private static readonly FormShape Shape = new("email", "password", "fullname");

    public static async Task<Results<Reply<RegisterReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, Enrolment enrolment)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        // From here on a client that goes away changes nothing: half a registration helps nobody.
        var email = form["email"];
        var key = await CountedAsync(() => enrolment.RunAsync(new(email, form["password"], form["fullname"])));
        return new Reply<RegisterReply>(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, $"User {email} created successfully.", new(key)),
            AccountsJsonContext.Wire.RegisterReply);
    }

    private static async Task<string> CountedAsync(Func<Task<string>> enrol)
    {
        try
        {
            var key = await enrol();
            Counters.CountRegistration(fault: null);
            return key;
        }
        catch (Exception fault)
        {
            Counters.CountRegistration(fault);
            throw;
        }
    }
}
