using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminCreateUser</c>: makes a user with a temporary password, or sends an invitation again.
/// </summary>
/// <remarks>
/// The function's decisions about confirmation have no effect. An invitation goes to an address that the user has, of
/// the desired kinds first; see <see cref="SentCodes"/>. Users without a password do not exist here. Ignores
/// <c>ForceAliasCreation</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
/// </remarks>
internal sealed class AdminCreateUser(
    UserPoolStore store, PreSignUpTrigger trigger, CodeSender codes, TimeProvider clock)
{
    private const string Resend = "RESEND";
    private const string Suppress = "SUPPRESS";

    /// <exception cref="AwsFault">
    /// <c>UsernameExistsException</c>, <c>UserNotFoundException</c>; <c>UnsupportedUserStateException</c>: there is
    /// nothing to send again; <c>InvalidPasswordException</c>, <c>InvalidParameterException</c>,
    /// <c>ResourceNotFoundException</c>, and those of <see cref="PreSignUpTrigger"/>.
    /// </exception>
    public async ValueTask<Response> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        Check(request);
        var pool = store.Get(request.UserPoolId!);
        var password = request.TemporaryPassword ?? TemporaryPassword.Generate(pool.PasswordPolicy);
        pool.PasswordPolicy.CheckTemporary(password);
        var user = request.MessageAction == Resend
            ? Renew(pool, request, password)
            : await CreateAsync(pool, request, password, cancellationToken);
        if (request.MessageAction != Suppress && Invitation(user, request, password) is { } invitation)
        {
            pool.UpdateUser(user.Sub, current => current.WithCode(invitation));
            codes.Announce(pool, invitation);
        }

        return new(UserType.Of(user, attributesToGet: null));
    }

    private static void Check(Request request)
    {
        var constraints = new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username);
        if (request.TemporaryPassword is not null)
        {
            constraints.Password(request.TemporaryPassword, "temporaryPassword");
        }

        if (request.MessageAction is not null)
        {
            constraints.OneOf("messageAction", request.MessageAction, [Resend, Suppress]);
        }

        constraints.ThrowIfViolated();
    }

    private async ValueTask<User> CreateAsync(
        UserPool pool, Request request, string password, CancellationToken cancellationToken)
    {
        var attributes = UserAttributes.FromWire(request.UserAttributes);
        var signInAttribute = UserNames.SignInAttribute(pool, request.Username!);
        if (signInAttribute is not null)
        {
            attributes = attributes.With(signInAttribute, request.Username!);
        }

        pool.Schema.CheckGiven(attributes);
        if (pool.Users.Find(request.Username!) is not null)
        {
            throw Exists();
        }

        var sub = UserNames.NewSub();
        var username = signInAttribute is null ? request.Username! : sub;
        var question = new PreSignUpQuestion(
            pool, TriggerEvent.NoClient, username, attributes, request.ValidationData, request.ClientMetadata)
        {
            Source = PreSignUpEvent.AdministratorSource,
        };
        await trigger.AskAsync(question, cancellationToken);
        var now = clock.GetUtcNow();
        var user = new User(
            username,
            sub,
            attributes.With("sub", sub),
            UserPassword.Of(pool.Id, username, password),
            UserStatus.ForceChangePassword,
            now,
            now)
        {
            TemporaryPasswordExpiresAt = now + pool.TemporaryPasswordValidity,
        };
        return pool.Users.TryAdd(user) ? user : throw Exists();
    }

    private User Renew(UserPool pool, Request request, string password)
    {
        var user = pool.GetUser(request.Username!);
        var now = clock.GetUtcNow();
        var temporary = UserPassword.Of(pool.Id, user.Username, password);
        return pool.UpdateUser(user.Sub, current => current.Status == UserStatus.ForceChangePassword
            ? current with
            {
                Password = temporary,
                TemporaryPasswordExpiresAt = now + pool.TemporaryPasswordValidity,
                Attempts = SignInAttempts.None,
                ModifiedAt = now,
            }
            : throw new AwsFault(
                "UnsupportedUserStateException",
                $"Resend not possible. {current.Username} status is not FORCE_CHANGE_PASSWORD"));
    }

    private static ConfirmationCode? Invitation(User user, Request request, string password)
    {
        var desired = request.DesiredDeliveryMediums ?? [];
        var attribute = new[] { (Medium: "EMAIL", Name: "email"), (Medium: "SMS", Name: "phone_number") }
            .OrderBy(each => desired.Contains(each.Medium) ? 0 : 1)
            .Select(each => each.Name)
            .FirstOrDefault(name => user.Attributes[name] is not null);
        return attribute is null ? null : new(
            CodePurpose.Invitation,
            password,
            attribute,
            user.Attributes[attribute]!,
            user.TemporaryPasswordExpiresAt!.Value);
    }

    private static AwsFault Exists() => new("UsernameExistsException", "User account already exists");

    internal sealed record Request(
        string? UserPoolId = null,
        string? Username = null,
        IReadOnlyList<AttributeType>? UserAttributes = null,
        IReadOnlyList<AttributeType>? ValidationData = null,
        string? TemporaryPassword = null,
        string? MessageAction = null,
        IReadOnlyList<string>? DesiredDeliveryMediums = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);

    internal sealed record Response(UserType User);
}
