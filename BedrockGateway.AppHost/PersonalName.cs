namespace BedrockGateway.AppHost;

/// <summary>Name of the stack that a developer's run has in an account, beside those of colleagues.</summary>
internal static class PersonalName
{
    // STACK_NAME allows 50, of which the prefix takes 15.
    private const int MostChars = 35;

    /// <param name="user">Name of the user on this machine.</param>
    public static string Of(string user)
    {
        var letters = user.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(MostChars);
        return $"BedrockGateway-{string.Concat(letters)}".TrimEnd('-');
    }
}
