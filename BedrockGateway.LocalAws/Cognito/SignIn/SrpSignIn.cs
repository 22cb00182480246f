using System.Security.Cryptography;
using System.Text;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Srp;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>The <c>USER_SRP_AUTH</c> flow: the user proves to know the password, and does not send it.</summary>
/// <remarks>
/// A client that hides who exists goes through the same steps with somebody who does not. The secret block is the
/// session of this challenge. Devices are not remembered.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
/// </remarks>
internal sealed class SrpSignIn(FirstFactor factor, SignInSteps steps, TimeProvider clock)
{
    private const int GuidBytes = 16;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Answers A with B and the salt.</summary>
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>InvalidParameterException</c>; <c>NotAuthorizedException</c>: locked out or
    /// disabled.
    /// </exception>
    public SignInReply Begin(SignInRequest request)
    {
        request.CheckSecretHash();
        if (!request.Client.Flows.Allow("USER_SRP_AUTH"))
        {
            throw CognitoFaults.InvalidParameter("USER_SRP_AUTH is not enabled for the client.");
        }

        var username = request.Required("USERNAME");
        var clientPublic = request.Required("SRP_A");
        var (user, identity, verifier) = Find(request, username);
        var exchange = SrpExchange.Start(clientPublic, verifier)
            ?? throw CognitoFaults.InvalidParameter("SRP_A is not a valid public value.");
        var now = clock.GetUtcNow();
        var challenge = new Challenge(
            Challenge.PasswordVerifier,
            request.Client.Id,
            identity,
            user?.Sub,
            now + request.Client.ChallengeValidity)
        {
            Srp = exchange,
        };
        var secretBlock = request.Pool.Challenges.Add(challenge, now);
        return new(
            Challenge.PasswordVerifier,
            null,
            new Dictionary<string, string>
            {
                ["SALT"] = SrpGroup.Hex(SrpGroup.Number(verifier.Salt)),
                ["SECRET_BLOCK"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(secretBlock)),
                ["SRP_B"] = SrpGroup.Hex(exchange.ServerPublic()),
                ["USERNAME"] = identity,
                ["USER_ID_FOR_SRP"] = identity,
            },
            null);
    }

    /// <summary>Judges the proof.</summary>
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the proof, its time or the block is wrong; <c>InvalidParameterException</c>, and
    /// those of <see cref="FirstFactor"/> and <see cref="SignInSteps"/>.
    /// </exception>
    public ValueTask<SignInReply> RespondAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        request.Required("USERNAME");
        var block = Decode(request.Required("PASSWORD_CLAIM_SECRET_BLOCK"));
        var signature = Decode(request.Required("PASSWORD_CLAIM_SIGNATURE"));
        var timestamp = request.Required("TIMESTAMP");
        var session = Encoding.ASCII.GetString(block);
        var challenge = request.Pool.Challenges.Get(session, clock.GetUtcNow());
        if (challenge.Srp is not { } exchange || challenge.ClientId != request.Client.Id)
        {
            throw CognitoFaults.InvalidSession();
        }

        CheckTime(timestamp);
        request.Pool.Challenges.Use(session, challenge);
        var user = challenge.Sub is null ? null : request.Pool.Users.Find(challenge.Sub);
        if (user is not null)
        {
            factor.CheckMayTry(user);
        }

        // The work is the same for a user who does not exist.
        var proven = exchange.Proves(request.Pool.Id, challenge.Username, block, timestamp, signature);
        if (user is null)
        {
            throw CognitoFaults.WrongPassword();
        }

        if (!proven || !IsCurrent(exchange, user))
        {
            factor.Fail(request.Pool, user);
            throw CognitoFaults.WrongPassword();
        }

        return steps.AfterPasswordAsync(request, user, cancellationToken);
    }

    // A password that changed since the first step is not proven by the old one.
    private static bool IsCurrent(SrpExchange exchange, User user) =>
        exchange.Verifier.Value.AsSpan().SequenceEqual(user.Password.Verifier.Value);

    private static byte[] Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw CognitoFaults.WrongPassword();
        }
    }

    private (User? User, string Identity, SrpVerifier Verifier) Find(SignInRequest request, string username)
    {
        var pool = request.Pool;
        if (pool.Users.Find(username) is { } user)
        {
            factor.CheckNotLocked(user);
            return user.IsEnabled
                ? (user, user.Username, user.Password.Verifier)
                : throw CognitoFaults.UserDisabled();
        }

        if (!request.Client.HidesUserExistence)
        {
            throw CognitoFaults.UserNotFound();
        }

        // Where users are called by their sub, so is somebody who does not exist.
        var digest = HMACSHA256.HashData(pool.PretenceKey, Encoding.UTF8.GetBytes($"sub {username}"));
        var identity = pool.Settings.UsernameAttributes is { Count: > 0 }
            ? new Guid(digest.AsSpan(0, GuidBytes)).ToString()
            : username;
        return (null, identity, SrpVerifier.Pretended(pool.PretenceKey, username));
    }

    private void CheckTime(string timestamp)
    {
        var time = SrpTimestamp.Parse(timestamp) ?? throw CognitoFaults.InvalidParameter(
            "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        if ((clock.GetUtcNow() - time).Duration() > Skew)
        {
            throw CognitoFaults.NotAuthorized("Invalid timestamp.");
        }
    }
}
