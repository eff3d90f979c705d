// C++ exceptions, which programs may ask for, and local statics, initialised once by whichever thread comes first.
#include <windows.h>
#include <stdio.h>

struct Noisy {
    int number;
    explicit Noisy(int n) : number(n)
    {
    }
    ~Noisy()
    {
        printf("destroyed %d\n", number);
    }
};

static int odd_only(int number)
{
    Noisy noisy(number);
    if (number % 2 == 0)
        throw number;
    return number;
}

static volatile LONG made;

struct Slow {
    LONG order;
    Slow()
    {
        Sleep(50);
        order = InterlockedIncrement(&made);
    }
};

static Slow &the_one()
{
    static Slow slow;
    return slow;
}

static DWORD WINAPI ask(void *)
{
    return (DWORD)the_one().order;
}

int main()
{
    try {
        odd_only(1);
        odd_only(2);
        printf("went on\n");
    } catch (const char *) {
        printf("caught a string\n");
    } catch (int number) {
        printf("caught %d\n", number);
    }
    try {
        try {
            throw "inner";
        } catch (...) {
            throw;
        }
    } catch (const char *text) {
        printf("caught %s\n", text);
    }
    HANDLE threads[4];
    DWORD sum = 0;
    for (HANDLE &thread : threads)
        thread = CreateThread(NULL, 0, ask, NULL, 0, NULL);
    WaitForMultipleObjects(4, threads, TRUE, INFINITE);
    for (HANDLE thread : threads) {
        DWORD status = 0;
        GetExitCodeThread(thread, &status);
        sum += status;
    }
    printf("made %ld, seen %lu times\n", made, sum);
    return 0;
}
