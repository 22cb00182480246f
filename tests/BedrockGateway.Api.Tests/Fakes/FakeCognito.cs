using System.Net;
using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>A user pool in memory that behaves as Cognito does; what it does not override goes nowhere.</summary>
internal sealed partial class FakeCognito(Faults faults, UserPool pool, TimeProvider clock)
    : AmazonCognitoIdentityProviderClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    private readonly Dictionary<string, FakeUser> _users = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<FakeUser> Users
    {
        get
        {
            lock (_users)
            {
                return [.. _users.Values];
            }
        }
    }

    /// <summary>A step that no user of this API could take.</summary>
    public string? Challenge { get; set; }

    public bool NewUsersAreConfirmed { get; set; } = true;

    public override Task<SignUpResponse> SignUpAsync(
        SignUpRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("SignUp", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            var attributes = request.UserAttributes.ToDictionary(pair => pair.Name, pair => pair.Value);
            if (!attributes["email"].Contains('@', StringComparison.Ordinal))
            {
                throw Raise(new InvalidParameterException("Invalid email address format."));
            }

            var user = new FakeUser(
                Guid.NewGuid().ToString(), request.Username, request.Password, clock.GetUtcNow().UtcDateTime)
            {
                Confirmed = NewUsersAreConfirmed,
            };
            lock (_users)
            {
                if (!_users.TryAdd(request.Username, user))
                {
                    throw Raise(new UsernameExistsException("User already exists"));
                }
            }

            foreach (var (name, value) in attributes)
            {
                user.Attributes[name] = value;
            }

            user.Attributes["sub"] = user.Subject;
            user.MailedCode = user.Confirmed ? null : "100001";

            return new SignUpResponse { UserSub = user.Subject, UserConfirmed = user.Confirmed };
        }));

    public override Task<InitiateAuthResponse> InitiateAuthAsync(
        InitiateAuthRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("InitiateAuth", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            if (request.AuthFlow == AuthFlowType.REFRESH_TOKEN_AUTH)
            {
                return new InitiateAuthResponse { AuthenticationResult = Refresh(request.AuthParameters) };
            }

            Assert.Equal(AuthFlowType.USER_PASSWORD_AUTH, request.AuthFlow);
            var user = Find(request.AuthParameters["USERNAME"]);
            if (!user.Enabled)
            {
                throw Raise(new NotAuthorizedException("User is disabled."));
            }

            if (!user.Confirmed)
            {
                throw Raise(new UserNotConfirmedException("User is not confirmed."));
            }

            if (user.Password != request.AuthParameters["PASSWORD"])
            {
                throw Raise(new NotAuthorizedException("Incorrect username or password."));
            }

            return Challenge is not null
                ? new InitiateAuthResponse { ChallengeName = Challenge }
                : StepFor(user) is var (name, session, parameters)
                    ? new InitiateAuthResponse
                    {
                        ChallengeName = name, Session = session, ChallengeParameters = parameters,
                    }
                    : new InitiateAuthResponse { AuthenticationResult = NewTokens(user) };
        }));

    public override Task<AdminGetUserResponse> AdminGetUserAsync(
        AdminGetUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminGetUser", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            var user = Find(request.Username);
            return new AdminGetUserResponse
            {
                Username = user.Email,
                Enabled = user.Enabled,
                UserStatus = !user.Confirmed ? UserStatusType.UNCONFIRMED
                    : user.MustChangePassword ? UserStatusType.FORCE_CHANGE_PASSWORD
                    : UserStatusType.CONFIRMED,
                UserCreateDate = user.Created,
                UserAttributes =
                    [.. user.Attributes.Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value })],
            };
        }));

    public override Task<AdminUpdateUserAttributesResponse> AdminUpdateUserAttributesAsync(
        AdminUpdateUserAttributesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminUpdateUserAttributes", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            var user = Find(request.Username);
            foreach (var attribute in request.UserAttributes)
            {
                user.Attributes[attribute.Name] = attribute.Value;
            }

            return new AdminUpdateUserAttributesResponse();
        }));

    public override Task<AdminDeleteUserResponse> AdminDeleteUserAsync(
        AdminDeleteUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminDeleteUser", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            lock (_users)
            {
                _users.Remove(Find(request.Username).Email);
            }

            return new AdminDeleteUserResponse();
        }));

    private static T Raise<T>(T fault)
        where T : AmazonServiceException
    {
        fault.StatusCode = HttpStatusCode.BadRequest;
        fault.ErrorCode = typeof(T).Name;
        return fault;
    }

    // By name or by sub, as Cognito does.
    private FakeUser Find(string name)
    {
        lock (_users)
        {
            return _users.GetValueOrDefault(name)
                ?? _users.Values.FirstOrDefault(user => user.Subject == name)
                ?? throw Raise(new UserNotFoundException("User does not exist."));
        }
    }
}
