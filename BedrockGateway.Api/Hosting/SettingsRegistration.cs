using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>The settings of all slices: bound and checked once, before anything is built on them.</summary>
/// <remarks>
/// Not <c>BindConfiguration</c> and <c>ValidateOnStart</c>, which resolve open generics: native code has to construct
/// each of those at run time, which took a third of a function's start. No setting changes while a process runs.
/// </remarks>
internal sealed class SettingsRegistration(IServiceCollection services)
{
    private readonly List<string> _failures = [];

    /// <summary>Registers what was bound as <see cref="IOptions{TOptions}"/>.</summary>
    public void Add<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        TOptions bound, IValidateOptions<TOptions> rules)
        where TOptions : class
    {
        if (rules.Validate(Options.DefaultName, bound) is { Failed: true, Failures: { } failures })
        {
            _failures.AddRange(failures);
        }

        services.AddSingleton(Options.Create(bound));
    }

    /// <summary>Notes what is wrong with a setting that is not bound as options.</summary>
    public void Refuse(string failure) => _failures.Add(failure);

    /// <exception cref="StartupException">A setting is missing or out of range; the message names each.</exception>
    public void Check()
    {
        if (_failures.Count > 0)
        {
            throw new StartupException(
                $"settings are missing or wrong ({string.Join("; ", _failures)}); the stack's outputs belong into "
                + "AWS__Resources__<name>, where BedrockGateway.AppHost puts them.");
        }
    }
}
