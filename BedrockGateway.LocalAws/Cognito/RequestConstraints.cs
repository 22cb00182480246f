using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// The checks of the service's model, which AWS makes before any of Cognito's own, and reports all at once.
/// </summary>
/// <remarks>
/// Sensitive values are not repeated. Patterns, lengths and ranges:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
/// </remarks>
internal sealed partial class RequestConstraints
{
    private const string NotNull = "Member must not be null";
    private const int LongestName = 128;
    private const int LongestPassword = 256;
    private const int LongestPoolId = 55;
    private const int LongestCode = 2048;
    private const int LongestAttributeName = 32;
    private const int LongestDescription = 2048;
    private const int LongestArn = 2048;
    private const int ShortestSession = 20;
    private const int LongestSession = 2048;
    private const int UserCodeDigits = 6;
    private const int LargestPage = 60;

    private readonly List<string> _violations = [];

    public RequestConstraints UserPoolId(string? value) =>
        Text("userPoolId", value, UserPoolIdPattern(), @"[\w-]+_[0-9a-zA-Z]+", LongestPoolId, sensitive: false);

    public RequestConstraints ClientId(string? value) =>
        Text("clientId", value, ClientIdPattern(), @"[\w+]+", LongestName, sensitive: true);

    public RequestConstraints Username(string? value) =>
        Text("username", value, NamePattern(), @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", LongestName, sensitive: true);

    public RequestConstraints GroupName(string? value) =>
        Text("groupName", value, NamePattern(), @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", LongestName, sensitive: false);

    public RequestConstraints Password(string? value, string member = "password") =>
        Text(member, value, VisiblePattern(), @"[\S]+", LongestPassword, sensitive: true);

    public RequestConstraints ConfirmationCode(string? value, string member = "confirmationCode") =>
        Text(member, value, VisiblePattern(), @"[\S]+", LongestCode, sensitive: false);

    public RequestConstraints AttributeName(string? value) => Text(
        "attributeName",
        value,
        NamePattern(),
        @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
        LongestAttributeName,
        sensitive: false);

    /// <summary>The page of a list; without a limit, or with 0, as large as pages get.</summary>
    public RequestConstraints Page(int? limit) => Range("limit", limit ?? LargestPage, 0, LargestPage);

    /// <summary>What a group is made of, its name aside.</summary>
    public RequestConstraints Group(string? description, int? precedence, string? roleArn)
    {
        MaximumLength("description", description, LongestDescription);
        Range("precedence", precedence ?? 0, 0, int.MaxValue);
        return roleArn is null
            ? this
            : Text(
                "roleArn",
                roleArn,
                ArnPattern(),
                @"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
                LongestArn,
                sensitive: false);
    }

    /// <summary>The session of a challenge, where there is one.</summary>
    public RequestConstraints Session(string? value) => value is null
        ? this
        : Require(
            value.Length >= ShortestSession,
            "session",
            value,
            sensitive: true,
            $"Member must have length greater than or equal to {ShortestSession}")
            .Require(
                value.Length <= LongestSession, "session", value, sensitive: true, MaximumLengthText(LongestSession));

    /// <summary>The code of an authenticator app.</summary>
    public RequestConstraints UserCode(string? value) => value is null
        ? Require(false, "userCode", value, sensitive: true, NotNull)
        : Require(
            !value.AsSpan().ContainsAnyExceptInRange('0', '9'),
            "userCode",
            value,
            sensitive: true,
            "Member must satisfy regular expression pattern: [0-9]+")
            .Require(
                value.Length >= UserCodeDigits,
                "userCode",
                value,
                sensitive: true,
                $"Member must have length greater than or equal to {UserCodeDigits}")
            .Require(
                value.Length <= UserCodeDigits, "userCode", value, sensitive: true, MaximumLengthText(UserCodeDigits));

    public RequestConstraints Token(string member, string? value) =>
        Text(member, value, TokenPattern(), "[A-Za-z0-9-_=.]+", int.MaxValue, sensitive: true);

    public RequestConstraints Name(string member, string? value) =>
        Text(member, value, ResourceNamePattern(), @"[\w\s+=,.@-]+", LongestName, sensitive: false);

    public RequestConstraints OneOf(string member, string? value, IReadOnlyCollection<string> choices) =>
        value is null
            ? Require(false, member, value, sensitive: false, NotNull)
            : Require(
                choices.Contains(value),
                member,
                value,
                sensitive: false,
                $"Member must satisfy enum value set: [{string.Join(", ", choices)}]");

    public RequestConstraints Present<T>(string member, T? value)
        where T : class =>
        Require(value is not null, member, null, sensitive: false, NotNull);

    public RequestConstraints Range(string member, int value, int least, int most)
    {
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        const string Bound = "Member must have value";
        return Require(value >= least, member, text, sensitive: false, $"{Bound} greater than or equal to {least}")
            .Require(value <= most, member, text, sensitive: false, $"{Bound} less than or equal to {most}");
    }

    public RequestConstraints MaximumLength(string member, string? value, int most) =>
        Require((value?.Length ?? 0) <= most, member, value, sensitive: false, MaximumLengthText(most));

    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: at least one constraint does not hold.</exception>
    public void ThrowIfViolated()
    {
        if (_violations.Count > 0)
        {
            var errors = _violations.Count == 1 ? "1 validation error" : $"{_violations.Count} validation errors";
            throw new AwsFault("InvalidParameterException", $"{errors} detected: {string.Join("; ", _violations)}");
        }
    }

    private static string MaximumLengthText(int most) => $"Member must have length less than or equal to {most}";

    private RequestConstraints Text(
        string member, string? value, Regex pattern, string patternText, int most, bool sensitive) =>
        value is null
            ? Require(false, member, value, sensitive, NotNull)
            : Require(
                pattern.IsMatch(value),
                member,
                value,
                sensitive,
                $"Member must satisfy regular expression pattern: {patternText}")
                .Require(value.Length <= most, member, value, sensitive, MaximumLengthText(most));

    private RequestConstraints Require(bool holds, string member, string? value, bool sensitive, string constraint)
    {
        if (!holds)
        {
            var shown = sensitive ? "Value" : value is null ? "Value null" : $"Value '{value}'";
            _violations.Add($"{shown} at '{member}' failed to satisfy constraint: {constraint}");
        }

        return this;
    }

    [GeneratedRegex(@"\A[\w-]+_[0-9a-zA-Z]+\z", RegexOptions.ECMAScript)]
    private static partial Regex UserPoolIdPattern();

    [GeneratedRegex(@"\A[\w+]+\z", RegexOptions.ECMAScript)]
    private static partial Regex ClientIdPattern();

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{S}\p{N}\p{P}]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A\S+\z")]
    private static partial Regex VisiblePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9\-_=.]+\z")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(
        @"\Aarn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?\z",
        RegexOptions.ECMAScript)]
    private static partial Regex ArnPattern();

    [GeneratedRegex(@"\A[\w\s+=,.@-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex ResourceNamePattern();
}
