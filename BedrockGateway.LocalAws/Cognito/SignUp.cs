using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>SignUp</c>: registers a user, after the pool's <c>PreSignUp</c> function agreed.</summary>
/// <remarks>
/// Ignores <c>AnalyticsMetadata</c> and <c>UserContextData</c>. Sends no mail: see <see cref="SentCodes"/>. Users
/// without a password do not exist here. A user name keeps the case that was given, also where the pool ignores case.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
/// </remarks>
internal sealed class SignUp(
    UserPoolStore store,
    PreSignUpTrigger trigger,
    PostConfirmationTrigger confirmations,
    CodeSender codes,
    TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>UsernameExistsException</c>, <c>InvalidPasswordException</c>, <c>InvalidParameterException</c>,
    /// <c>NotAuthorizedException</c>, <c>ResourceNotFoundException</c>, and those of <see cref="PreSignUpTrigger"/> and
    /// <see cref="PostConfirmationTrigger"/>.
    /// </exception>
    public async ValueTask<Response> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .ClientId(request.ClientId).Username(request.Username).Password(request.Password).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        var candidate = Check(pool, client, request);

        var decision = await trigger.AskAsync(
            new(
                pool,
                client.Id,
                candidate.Username,
                candidate.Attributes,
                request.ValidationData,
                request.ClientMetadata),
            cancellationToken);

        var user = candidate with
        {
            Attributes = Verified(pool, candidate.Attributes, decision).With("sub", candidate.Sub),
            Status = decision.AutoConfirmUser ? UserStatus.Confirmed : UserStatus.Unconfirmed,
        };
        if (!pool.Users.TryAdd(user))
        {
            throw CognitoFaults.UserExists(pool);
        }

        if (user.IsConfirmed)
        {
            pool.Keys.Prepare();
            await confirmations.TellAsync(
                PostConfirmationTrigger.SignUp, pool, client.Id, user, request.ClientMetadata, cancellationToken);
        }

        var attribute = user.IsConfirmed ? null : CodeSender.AttributeToVerify(pool, user.Attributes);
        var delivery = attribute is null ? null : codes.Send(pool, user, CodePurpose.SignUp, attribute);
        return new(user.IsConfirmed, delivery, user.Sub);
    }

    private User Check(UserPool pool, UserPoolClient client, Request request)
    {
        client.CheckSecretHash(request.Username!, request.SecretHash);
        if (pool.Settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly is true)
        {
            throw CognitoFaults.NotAuthorized("SignUp is not permitted for this user pool");
        }

        var attributes = UserAttributes.FromWire(request.UserAttributes);
        client.CheckCanWrite(attributes);
        var signInAttribute = UserNames.SignInAttribute(pool, request.Username!);
        if (signInAttribute is not null)
        {
            attributes = attributes.With(signInAttribute, request.Username!);
        }

        pool.PasswordPolicy.Check(request.Password!);
        pool.Schema.CheckNew(attributes);
        if (pool.Users.Find(request.Username!) is not null)
        {
            throw CognitoFaults.UserExists(pool);
        }

        var sub = UserNames.NewSub();
        var now = clock.GetUtcNow();
        var username = signInAttribute is null ? request.Username! : sub;
        var password = UserPassword.Of(pool.Id, username, request.Password!);
        return new(username, sub, attributes, password, UserStatus.Unconfirmed, now, now);
    }

    /// <summary>
    /// Says of each address that the pool proves that it is not proven, unless the function vouched for it.
    /// </summary>
    private static UserAttributes Verified(UserPool pool, UserAttributes attributes, PreSignUpDecision decision)
    {
        foreach (var address in pool.Settings.AutoVerifiedAttributes ?? [])
        {
            if (attributes[address] is not null)
            {
                attributes = attributes.With($"{address}_verified", "false");
            }
        }

        if (decision is { AutoConfirmUser: true, AutoVerifyEmail: true })
        {
            attributes = attributes.With("email_verified", "true");
        }

        return decision is { AutoConfirmUser: true, AutoVerifyPhone: true }
            ? attributes.With("phone_number_verified", "true")
            : attributes;
    }

    internal sealed record Request(
        string? ClientId = null,
        string? SecretHash = null,
        string? Username = null,
        string? Password = null,
        IReadOnlyList<AttributeType>? UserAttributes = null,
        IReadOnlyList<AttributeType>? ValidationData = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);

    internal sealed record Response(bool UserConfirmed, CodeDeliveryDetails? CodeDeliveryDetails, string UserSub);
}
