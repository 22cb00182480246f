using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Makes routes answer the same whether an address has an account or not.</summary>
/// <remarks>
/// Cognito evens out some of its answers itself where the client has <c>PreventUserExistenceErrors</c>, and not those
/// about limits, disabled users and users whose address is confirmed. Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
/// </remarks>
internal static class DiscretionExtensions
{
    private const string AlreadyConfirmed = "User is already confirmed.";

    private const string NoAddress =
        "Cannot reset password for the user as there is no registered/verified email or phone_number";

    public static void AddDiscretion(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        var text = builder.Configuration[DiscretionOptions.Key];
        if (!bool.TryParse(string.IsNullOrEmpty(text) ? bool.FalseString : text, out var isOn))
        {
            settings.Refuse($"{DiscretionOptions.Key} is '{text}'; it must be true or false");
        }

        builder.Services.AddSingleton(Options.Create(new DiscretionOptions { IsOn = isOn })).AddSingleton<Decoy>();
    }

    /// <summary>Gives every failure that tells of a user the same reply.</summary>
    public static void FailAlike(this RouteHandlerBuilder route, string message) =>
        route.AnswerAlike(ErrorReply.Of(StatusCodes.Status400BadRequest, message), successToo: false);

    /// <summary>Gives success, and every failure that tells of a user, the same reply.</summary>
    public static void SucceedAlike(this RouteHandlerBuilder route, string message) =>
        route.AnswerAlike(MessageReply.Ok(message), successToo: true);

    private static void AnswerAlike(this RouteHandlerBuilder route, IResult alike, bool successToo) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            if (!context.HttpContext.RequestServices.GetRequiredService<IOptions<DiscretionOptions>>().Value.IsOn)
            {
                return await next(context);
            }

            try
            {
                var result = await next(context);
                return successToo && !IsError(result) ? alike : result;
            }
            catch (AmazonCognitoIdentityProviderException fault) when (TellsOfAUser(fault))
            {
                return alike;
            }
        });

    // Results<Reply<...>, Reply<ErrorReply>> holds the one that it is.
    private static bool IsError(object? result) =>
        (result is INestedHttpResult { Result: var inner } ? inner : result) is Reply<ErrorReply>;

    private static bool TellsOfAUser(AmazonCognitoIdentityProviderException fault) => fault
        is UserNotFoundException
        or NotAuthorizedException
        or PasswordResetRequiredException
        or CodeMismatchException
        or ExpiredCodeException
        or LimitExceededException
        or TooManyFailedAttemptsException
        or AliasExistsException
        or InvalidParameterException { Message: AlreadyConfirmed or NoAddress };
}
