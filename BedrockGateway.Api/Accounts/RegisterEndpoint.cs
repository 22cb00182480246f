using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /register: makes a user with an API key of their own.</summary>
internal static class RegisterEndpoint
{
    // Cognito's words where only administrators make users.
    private const string NoSignUp = "SignUp is not permitted";

    private static readonly FormShape Shape = new("email", "password", "fullname");

    public static async Task<Results<Reply<RegisterReply>, Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, Enrolment enrolment, Decoy decoy, IOptions<DiscretionOptions> discretion)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        // From here on a client that goes away changes nothing: half a registration helps nobody.
        var email = form["email"];
        string key;
        try
        {
            key = await CountedAsync(() => enrolment.RunAsync(new(email, form["password"], form["fullname"])));
        }
        catch (UsernameExistsException) when (discretion.Value.IsOn)
        {
            await decoy.RunAsync(email, CancellationToken.None);
            return Received(email);
        }
        catch (NotAuthorizedException closed) when (closed.Message.Contains(NoSignUp, StringComparison.Ordinal))
        {
            return ErrorReply.Of(
                StatusCodes.Status403Forbidden, "Registration is closed. An administrator can invite you.");
        }

        return discretion.Value.IsOn ? Received(email) : new Reply<RegisterReply>(
            StatusCodes.Status200OK,
            new(StatusCodes.Status200OK, Success: true, $"User {email} created successfully.", new(key)),
            AccountsJsonContext.Wire.RegisterReply);
    }

    // No key: whoever has the address finds it in the ID token.
    private static Reply<MessageReply> Received(string email) => MessageReply.Ok($"Registration of {email} received.");

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
